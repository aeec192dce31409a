package dev.akin.report.data;

import dev.akin.write.table.Provenance;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// A piece of a report's data: JSON, compressed with gzip, in base 64, as a script of one line that
/// passes it to a page. A page that is opened from a disk may load a script, but may not read any
/// other file.
///
///     arrived("NAME","BASE64","what it was made from");
///
/// @hidden public for its own room only
public final class PieceFile {
  /// The folder in the report.
  public static final String FOLDER = "data";

  private static final Pattern NAME = Pattern.compile("(?:titles|texts)-\\d{1,6}\\.js");

  private static final Pattern FORM =
      Pattern.compile("arrived\\(\"([a-z]+-\\d+)\",\"([A-Za-z0-9+/]+={0,2})\",\".*\"\\);\\n");

  private PieceFile() {}

  /// Whether a file's name is that of a piece.
  public static boolean isOne(String file) {
    return NAME.matcher(file).matches();
  }

  /// Writes a piece.
  ///
  /// @param folder an existing folder
  /// @param name without extension
  /// @param content writes one JSON value
  static void write(
      Path folder, String name, Provenance provenance, Consumer<JsonGenerator> content)
      throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (JsonGenerator json =
        JsonMapper.shared().createGenerator(new GZIPOutputStream(packed, 1 << 16))) {
      content.accept(json);
    }
    try (OutputStream file =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(name + ".js")))) {
      file.write(("arrived(\"" + name + "\",\"").getBytes(StandardCharsets.UTF_8));
      file.write(Base64.getEncoder().encode(packed.toByteArray()));
      String made = JsonMapper.shared().writeValueAsString(provenance.line());
      file.write(("\"," + made + ");\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /// The data of a piece, as base 64; absent if the text is not a piece of that name.
  static @Nullable String packed(String text, String name) {
    Matcher form = FORM.matcher(text);
    return form.matches() && form.group(1).equals(name) ? form.group(2) : null;
  }
}
