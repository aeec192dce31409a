package dev.akin.serve.request;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Named values that a client sent, as parameters or as JSON. What is not of the form that it has
/// to have is a `RefusedRequest` that names it.
interface RequestValues {
  /// What a value is called in an error.
  String at(String name);

  /// A value that may be there once, read from its text.
  ///
  /// @param reader throws an [IllegalArgumentException] that says what is wrong
  <T> @Nullable T one(String name, Function<String, T> reader);

  /// All values of a name; empty if it is not there.
  List<String> all(String name);

  @Nullable Integer integer(String name);

  @Nullable Double number(String name);

  /// False if it is not there.
  boolean flag(String name);
}
