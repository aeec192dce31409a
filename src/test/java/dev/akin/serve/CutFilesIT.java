package dev.akin.serve;

import static dev.akin.serve.TestService.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.lucene.Damage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A file of the index is cut off under a running service.
class CutFilesIT {
  private static final String[] ROUTES = {
    "/v1/related?id=east&mode=semantic",
    "/v1/related?id=east&mode=lexical",
    "/v1/papers/east/related",
    "/v1/search?q=wind&mode=lexical",
    "/v1/papers",
    "/v1/papers/east",
    "/v1/papers/nobody",
    "/paper?id=east",
    "/",
    "/recommendations/v1/papers/forpaper/east"
  };

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.6, 0.9, 0.99})
  void itAnswersNothingFromIt(double share, @TempDir Path folder) throws IOException {
    try (TestService service = TestService.start(folder)) {
      Path file =
          Damage.files(folder).stream()
              .filter(each -> each.toString().endsWith(".cfs"))
              .findFirst()
              .orElseThrow();
      Damage.cut(file, (long) (share * Files.size(file)));
      for (String route : ROUTES) {
        assertThat(service.get(route).statusCode()).as(route).isEqualTo(503);
      }
      String query = "{\"positives\": [{\"id\": \"east\"}], \"mode\": \"semantic\"}";
      assertThat(service.post("/v1/related", query).statusCode()).isEqualTo(503);
      HttpResponse<String> batch =
          service.post("/v1/related/batch", "{\"queries\": [" + query + "]}");
      assertThat(json(batch).at("/answers/0/status").asInt()).isEqualTo(503);
      assertThat(service.get("/readyz").statusCode()).isEqualTo(503);
      assertThat(service.get("/livez").statusCode()).isEqualTo(200);
    }
  }
}
