package dev.akin.read.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Turns a text of any encoding that [TextEncoding] finds into UTF-8, piece by piece. UTF-8 is left
/// as it is, with what is wrong in it.
///
/// The encoding is decided by the first bytes or, as long as these are all ASCII, by the first
/// piece with others.
final class DecodedStream extends InputStream {
  private static final int PIECE_BYTES = 1 << 16;

  private final InputStream stream;

  /// What can be handed out: from `position` to `limit`.
  private byte[] ready = new byte[PIECE_BYTES];

  private int position;
  private int limit;

  private boolean begun;
  private boolean ended;
  private @Nullable IOException failure;

  /// Absent until it is decided.
  private @Nullable Charset encoding;

  /// Absent unless the text is in another encoding than UTF-8.
  private @Nullable Reader reader;

  private final char[] chars = new char[PIECE_BYTES / 4];

  /// The first half of a character, which [#chars] begins with: 0 or 1.
  private int carried;

  /// @param stream closed with this one
  DecodedStream(InputStream stream) {
    this.stream = stream;
  }

  /// The encoding of the text as far as it was read.
  Charset encoding() {
    return encoding == null ? StandardCharsets.UTF_8 : encoding;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (position == limit && encoding != null && reader == null && failure == null) {
      return stream.read(bytes, offset, length);
    }
    while (position == limit && !ended) {
      fill();
    }
    int count = Math.min(length, limit - position);
    System.arraycopy(ready, position, bytes, offset, count);
    position += count;
    return count == 0 ? -1 : count;
  }

  private void fill() throws IOException {
    position = 0;
    limit = 0;
    if (reader != null) {
      decode(reader);
      return;
    }
    if (failure != null) {
      throw failure;
    }
    boolean atStart = !begun;
    begun = true;
    readPiece(atStart);
    if (encoding == null) {
      decide(atStart);
    }
  }

  /// @param whole whether to read until the piece is full
  private void readPiece(boolean whole) {
    try {
      do {
        int count = stream.read(ready, limit, ready.length - limit);
        ended = count < 0;
        limit += Math.max(0, count);
      } while (whole && !ended && limit < ready.length);
    } catch (IOException e) {
      failure = e;
    }
  }

  private void decide(boolean atStart) {
    Charset found = atStart ? TextEncoding.declared(ready, limit) : null;
    encoding = found == null ? TextEncoding.byContent(ready, limit, !atStart) : found;
    if (encoding == null || encoding.equals(StandardCharsets.UTF_8)) {
      return;
    }
    // after a failure, the stream fails again
    InputStream piece = new ByteArrayInputStream(ready, 0, limit);
    reader = new InputStreamReader(new SequenceInputStream(piece, stream), encoding);
    limit = 0;
    ended = false;
  }

  private void decode(Reader text) throws IOException {
    int count = text.read(chars, carried, chars.length - carried);
    ended = count < 0;
    int length = carried + Math.max(0, count);
    boolean half = !ended && length > 0 && Character.isHighSurrogate(chars[length - 1]);
    int whole = half ? length - 1 : length;
    ready = new String(chars, 0, whole).getBytes(StandardCharsets.UTF_8);
    limit = ready.length;
    carried = half ? 1 : 0;
    chars[0] = half ? chars[length - 1] : chars[0];
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
