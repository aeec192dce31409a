package dev.akin.serve.request;

import dev.akin.serve.guard.RefusedRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Named values that a client sent, as parameters or as JSON. A value with a wrong form is a
/// `RefusedRequest` that names it.
interface RequestValues {
  /// The name of a value in an error.
  String at(String name);

  /// A value that may be given once, read from its text; absent if it is not given.
  ///
  /// @param reader throws an [IllegalArgumentException] that says what is wrong
  <T> @Nullable T one(String name, Function<String, T> reader);

  /// The text of a value that must be given exactly once.
  ///
  /// @throws RefusedRequest if it is not given, or is blank
  default String required(String name) {
    String value = one(name, Function.identity());
    if (value == null || value.isBlank()) {
      throw RefusedRequest.badRequest(at(name), "is missing");
    }
    return value;
  }

  /// All values of a name; empty if there are none.
  List<String> all(String name);

  @Nullable Integer integer(String name);

  @Nullable Double number(String name);

  /// A yes or no; false if it is not given.
  boolean flag(String name);
}
