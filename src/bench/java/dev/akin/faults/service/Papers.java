package dev.akin.faults.service;

import dev.akin.serve.Wire;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The ids of the papers of a service, and questions about them.
public record Papers(List<String> ids) {
  /// Reads the ids, page by page.
  public static Papers of(ServeProcess service) throws IOException {
    return of(service, Integer.MAX_VALUE);
  }

  /// Reads up to so many ids.
  public static Papers of(ServeProcess service, int most) throws IOException {
    List<String> ids = new ArrayList<>();
    try (Wire wire = Wire.to(service.port())) {
      String after = "";
      do {
        JsonNode page =
            JsonMapper.shared()
                .readTree(wire.ask(Wire.get("/v1/papers?limit=200&fields=title" + after)).body());
        page.path("results").forEach(each -> ids.add(each.path("id").asString()));
        after =
            page.path("next").isString() ? "&after=" + encoded(page.path("next").asString()) : "";
      } while (!after.isEmpty() && ids.size() < most);
    }
    return new Papers(ids);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// Requests for related papers; after all papers have been asked for, each again but with another
  /// floor, so that no answer is known.
  ///
  /// @param parameters that each has, such as `&limit=10`
  Supplier<String> related(String parameters) {
    AtomicInteger next = new AtomicInteger();
    return () -> {
      int number = next.getAndIncrement();
      return Wire.get(
          "/v1/related?id=%s%s&floor=0.%06d"
              .formatted(encoded(ids.get(number % ids.size())), parameters, number / ids.size()));
    };
  }
}
