package dev.akin.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a report's data as a page does.
public final class Pieces {
  private Pieces() {}

  /// The value of a piece.
  ///
  /// @param report the report's folder
  public static JsonNode read(Path report, String name) throws IOException {
    String script = Files.readString(report.resolve("data").resolve(name + ".js"));
    String packed = PieceFile.packed(script, name);
    assertThat(packed).as(script.substring(0, Math.min(80, script.length()))).isNotNull();
    try (var json =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
      return JsonMapper.shared().readTree(json.readAllBytes());
    }
  }
}
