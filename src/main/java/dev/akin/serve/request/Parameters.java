package dev.akin.serve.request;

import dev.akin.serve.guard.RefusedRequest;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The query parameters of a request. Unknown names are refused, so that a typing mistake never
/// looks like "nothing related".
///
/// @hidden public for its own room only
public final class Parameters implements RequestValues {
  private static final int MAX_VALUES = 100;
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private final Map<String, List<String>> values;

  private Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /// Reads the parameters of a request.
  ///
  /// @throws RefusedRequest if a parameter has another name than `known`
  public static Parameters of(Context context, Set<String> known) {
    return of(context, Map.of(), known);
  }

  /// Reads the parameters of a request with a form.
  ///
  /// @param form the fields of the form, which are parameters, too
  /// @throws RefusedRequest if a parameter has another name than `known`
  public static Parameters of(Context context, Map<String, List<String>> form, Set<String> known) {
    String query = context.queryString();
    if (query != null && BROKEN_ESCAPE.matcher(query).find()) {
      // Javalin would silently leave the parameter out.
      throw RefusedRequest.badRequest("query", "after each % there must be two hexadecimal digits");
    }
    Map<String, List<String>> values = new LinkedHashMap<>(context.queryParamMap());
    form.forEach((name, more) -> values.merge(name, more, Parameters::joined));
    for (Map.Entry<String, List<String>> entry : values.entrySet()) {
      if (!known.contains(entry.getKey())) {
        String those = known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known));
        throw RefusedRequest.badRequest(
            entry.getKey(), "unknown parameter. Known parameters: " + those);
      }
      if (entry.getValue().size() > MAX_VALUES) {
        throw RefusedRequest.badRequest(
            entry.getKey(), "must have at most " + MAX_VALUES + " values");
      }
    }
    return new Parameters(values);
  }

  private static List<String> joined(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  /// All values by their names.
  public Map<String, List<String>> values() {
    return values;
  }

  @Override
  public String at(String name) {
    return name;
  }

  @Override
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  @Override
  public <T> @Nullable T one(String name, Function<String, T> reader) {
    List<String> given = all(name);
    if (given.isEmpty()) {
      return null;
    }
    if (given.size() > 1) {
      throw RefusedRequest.badRequest(name, "is given more than once");
    }
    try {
      return reader.apply(given.getFirst());
    } catch (IllegalArgumentException e) {
      throw RefusedRequest.badRequest(name, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public @Nullable Integer integer(String name) {
    return one(name, Parameters::integerOf);
  }

  private static Integer integerOf(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not a whole number", e);
    }
  }

  @Override
  public @Nullable Double number(String name) {
    return one(name, Parameters::numberOf);
  }

  private static Double numberOf(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not a number", e);
    }
  }

  @Override
  public boolean flag(String name) {
    Boolean value = one(name, Parameters::flagOf);
    return value != null && value;
  }

  private static Boolean flagOf(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }
}
