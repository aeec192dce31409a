package dev.akin.read;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Formats in which people have papers, but which akin does not read, with advice what to do.
enum ForeignFormat {
  ZIP("504B0304", "is a zip archive; unpack it"),
  ZSTD("28B52FFD", "is compressed with zstd; unpack it"),
  XZ("FD377A585A00", "is compressed with xz; unpack it"),
  BZIP2("425A68", "is compressed with bzip2; unpack it"),
  PARQUET("50415231", "is a Parquet file; write it as JSON lines"),
  PNG("89504E47", "is a picture; akin reads lists of papers"),
  JPEG("FFD8FF", "is a picture; akin reads lists of papers"),
  GIF("474946383", "is a picture; akin reads lists of papers"),
  PDF("255044462D", "is a PDF; akin reads titles and abstracts from lists of papers");

  private static final int MAX_MAGIC_BYTES = 8;

  private final String magic;
  private final String advice;

  /// @param magic the first bytes of such a file, in hexadecimal digits
  ForeignFormat(String magic, String advice) {
    this.magic = magic;
    this.advice = advice;
  }

  /// The format of a file that begins with these bytes; null if it is none of these.
  static @Nullable ForeignFormat of(byte[] head) {
    int length = Math.min(head.length, MAX_MAGIC_BYTES);
    String start = HexFormat.of().withUpperCase().formatHex(head, 0, length);
    return Arrays.stream(values())
        .filter(format -> start.startsWith(format.magic))
        .findFirst()
        .orElse(null);
  }

  /// What the file is and what to do, to follow its name in a message.
  String advice() {
    return advice;
  }
}
