package dev.akin.harvest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The part of a file that was received so far. It survives the process, with the version of the
/// file that it is a part of.
final class HubPart {
  private static final int BLOCK_BYTES = 1 << 16;

  private final Path part;
  private final Path version;

  /// @param name of the file that is received, made of letters, digits, dots and hyphens
  HubPart(Path folder, String name) {
    this.part = folder.resolve(name + ".part");
    this.version = folder.resolve(name + ".version");
  }

  /// How many bytes there are.
  long bytes() throws IOException {
    return Files.exists(part) && Files.exists(version) ? Files.size(part) : 0;
  }

  /// Whether it is a part of this version of the file.
  boolean isOf(String wanted) throws IOException {
    return Files.exists(version)
        && Files.readString(version, StandardCharsets.UTF_8).equals(wanted);
  }

  /// Drops what there is.
  void clear() throws IOException {
    Files.deleteIfExists(version);
    Files.deleteIfExists(part);
  }

  /// Adds bytes.
  ///
  /// @param isStart whether they are the first of the file
  /// @param ofVersion the version of the file
  /// @param most how many bytes the file may have
  /// @param received is told that bytes came
  /// @throws TooLargeException if the file has more than `most` bytes
  void add(InputStream in, boolean isStart, String ofVersion, long most, Runnable received)
      throws IOException {
    if (isStart) {
      clear();
    }
    Files.createDirectories(part.getParent());
    Files.writeString(version, ofVersion);
    try (FileChannel out =
        FileChannel.open(
            part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      byte[] block = new byte[BLOCK_BYTES];
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        if (out.position() + n > most) {
          throw new TooLargeException(most);
        }
        ByteBuffer bytes = ByteBuffer.wrap(block, 0, n);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        received.run();
      }
    }
  }

  /// Its file.
  Path file() {
    return part;
  }

  /// Moves the whole file to its place.
  void moveTo(Path place) throws IOException {
    Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(version);
  }

  /// A file is larger than it may be.
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long most) {
      super("it is larger than %,d MB".formatted(most >> 20));
    }
  }
}
