package dev.akin.serve.request;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/// An address of this service: a path with parameters. The order of the parameters is that of their
/// names, so equal addresses have equal texts.
///
/// @param path whose characters are already encoded
/// @param parameters the values of each name; never an empty list
///
/// @hidden public for its own room only
public record Address(String path, Map<String, List<String>> parameters) {
  public Address {
    TreeMap<String, List<String>> sorted = new TreeMap<>();
    parameters.forEach((name, values) -> sorted.put(name, List.copyOf(values)));
    parameters = Collections.unmodifiableMap(sorted);
  }

  /// A path without parameters.
  public static Address of(String path) {
    return new Address(path, Map.of());
  }

  /// The same parameters at another path.
  public Address at(String other) {
    return new Address(other, parameters);
  }

  /// The same with one value of a parameter instead of all others.
  public Address with(String name, String value) {
    return with(name, List.of(value));
  }

  private Address with(String name, List<String> values) {
    TreeMap<String, List<String>> others = new TreeMap<>(parameters);
    if (values.isEmpty()) {
      others.remove(name);
    } else {
      others.put(name, values);
    }
    return new Address(path, others);
  }

  /// The same with a value of a parameter more.
  public Address adding(String name, String value) {
    List<String> values = new ArrayList<>(all(name));
    values.add(value);
    return with(name, values);
  }

  /// The same without parameters of these names.
  public Address without(String... names) {
    Address left = this;
    for (String name : names) {
      left = left.with(name, List.of());
    }
    return left;
  }

  /// The same without a value of a parameter.
  public Address withoutValue(String name, String value) {
    return with(name, all(name).stream().filter(each -> !each.equals(value)).toList());
  }

  /// All values of a name; empty if there are none.
  public List<String> all(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /// The address with one value of a parameter, which comes last.
  public String endingWith(String name, String value) {
    Address others = without(name);
    String last = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    return others + (others.parameters.isEmpty() ? "?" : "&") + last;
  }

  /// The parameters as they stand in the address; empty if there are none.
  String query() {
    StringJoiner query = new StringJoiner("&");
    parameters.forEach(
        (name, values) ->
            values.forEach(
                value -> query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
    return query.toString();
  }

  /// The path with its parameters.
  @Override
  public String toString() {
    return parameters.isEmpty() ? path : path + "?" + query();
  }
}
