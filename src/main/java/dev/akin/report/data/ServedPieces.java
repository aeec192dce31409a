package dev.akin.report.data;

import dev.akin.base.AkinException;
import dev.akin.report.page.ReportException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The titles of the papers on a report's map, as a service sends them. Only the data of the files
/// is used: nothing else in them can reach a page.
///
/// @hidden public for its own room only
public final class ServedPieces {
  private static final long MAX_BYTES = 64L << 20;

  private ServedPieces() {}

  /// Reads the pieces.
  ///
  /// @param folder of the report
  /// @param count how many there are
  /// @throws ReportException if one is missing, not as this akin writes it, or cannot be read
  public static List<byte[]> read(Path folder, int count) {
    List<byte[]> pieces = new ArrayList<>();
    for (int piece = 0; piece < count; piece++) {
      String name = "titles-" + piece;
      pieces.add(read(folder.resolve(PieceFile.FOLDER).resolve(name + ".js"), name));
    }
    return pieces;
  }

  private static byte[] read(Path file, String name) {
    try {
      String packed =
          Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES
              ? PieceFile.packed(Files.readString(file), name)
              : null;
      if (packed == null) {
        throw new ReportException(
            AkinException.Kind.MALFORMED,
            file + ": missing, or not as this akin makes it; make the report again");
      }
      return "arrived(\"%s\",\"%s\");\n".formatted(name, packed).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ReportException(
          AkinException.Kind.IO, file + ": cannot be read: " + AkinException.reason(e), e);
    }
  }
}
