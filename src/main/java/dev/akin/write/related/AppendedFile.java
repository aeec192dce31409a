package dev.akin.write.related;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that grows line by line, and can be cut back to a length. For one thread; close it.
final class AppendedFile implements AutoCloseable {
  private final FileChannel channel;

  private AppendedFile(FileChannel channel) {
    this.channel = channel;
  }

  /// Opens a file, or makes it, and cuts it to a length.
  static AppendedFile at(Path file, long lengthBytes) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(lengthBytes);
    channel.position(channel.size());
    return new AppendedFile(channel);
  }

  void append(String lines) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /// Waits until what was appended is on the disk.
  ///
  /// @return the length in bytes
  long force() throws IOException {
    channel.force(false);
    return channel.size();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
