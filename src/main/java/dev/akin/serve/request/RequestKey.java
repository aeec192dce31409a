package dev.akin.serve.request;

import dev.akin.write.QueryJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The parts of a request that its answer depends on.
///
/// @param path of the request
/// @param canonical the rest of the query; equal for requests that ask the same
/// @param as the form of the answer
/// @param self the address of the answer; absent if the query is in a body
///
/// @hidden public for its own room only
public record RequestKey(String path, String canonical, Representation as, @Nullable String self) {
  /// Of a request with parameters. Their order matters only for parameters of the same name.
  public static RequestKey of(String path, Parameters parameters, Representation as) {
    StringJoiner canonical = new StringJoiner("&");
    for (Map.Entry<String, List<String>> each : new TreeMap<>(parameters.values()).entrySet()) {
      for (String value : each.getValue()) {
        canonical.add(each.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    RequestKey asked = new RequestKey(path, canonical.toString(), as, null);
    return new RequestKey(
        path,
        asked.canonical,
        as,
        as == Representation.JSON ? asked.address() : asked.with("format", as.label()));
  }

  private String address() {
    return canonical.isEmpty() ? path : path + "?" + canonical;
  }

  /// The address of the same request with another value of a parameter.
  public String with(String parameter, String value) {
    String others =
        Arrays.stream(canonical.split("&"))
            .filter(each -> !each.isEmpty() && !each.startsWith(parameter + "="))
            .map(each -> each + "&")
            .collect(Collectors.joining());
    return path + "?" + others + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// Of a request with a body.
  public static RequestKey of(String path, ParsedQuery question, Representation as) {
    String canonical =
        QueryJson.of(question.query(), question.options())
            + " "
            + question.scope().label()
            + " "
            + question.fields().canonical();
    return new RequestKey(path, canonical, as, null);
  }
}
