package dev.akin.read.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts a stream into lines. If its text is not in UTF-8, it is turned into UTF-8 first, and
/// offsets are those of that text. A line ends with LF, CR LF or CR CR LF, or with CR if the first
/// [#HEAD_BYTES] of the stream have no LF; a byte order mark at the start is skipped.
///
/// Memory is bounded: if a line is longer than [#MAX_LINE_BYTES], only its length is kept. If the
/// stream breaks, its whole lines are returned first, and every later call throws the failure. For
/// one thread.
public final class LineReader implements AutoCloseable {
  /// The longest line that is kept, in bytes without its line break.
  public static final int MAX_LINE_BYTES = 1 << 20;

  /// The length of [#head], unless the stream is shorter.
  public static final int HEAD_BYTES = 1 << 16;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final DecodedStream stream;
  private final byte[] buffer = new byte[HEAD_BYTES];
  private int position;
  private int limit;
  private boolean ended;
  private @Nullable IOException failure;

  private long byteOffset;
  private long lines;

  /// The line being read: its first bytes, and its length so far.
  private byte[] kept = new byte[1 << 12];

  private long lengthBytes;

  /// How many carriage returns the line being read ends with so far.
  private long endingReturns;

  /// What ends a line.
  private final byte lineEnd;

  /// @param stream closed with this reader
  public LineReader(InputStream stream) {
    this.stream = new DecodedStream(stream);
    while (limit < buffer.length && !ended) {
      fill();
    }
    if (startsWithByteOrderMark()) {
      advance(BYTE_ORDER_MARK.length);
    }
    this.lineEnd = has('\n') || !has('\r') ? (byte) '\n' : (byte) '\r';
  }

  private boolean has(char c) {
    for (int i = position; i < limit; i++) {
      if (buffer[i] == c) {
        return true;
      }
    }
    return false;
  }

  /// The first bytes of the stream, at most [#HEAD_BYTES]. Call it before reading anything.
  ///
  /// @throws IOException if the stream breaks before its first line is whole
  public byte[] head() throws IOException {
    byte[] head = Arrays.copyOfRange(buffer, position, limit);
    if (failure != null && indexOfLineEnd() == limit) {
      throw failure;
    }
    return head;
  }

  /// The encoding of the stream, as far as it was read.
  public Charset encoding() {
    return stream.encoding();
  }

  /// The offset of the next line or byte, or of the line in which the stream broke.
  public long byteOffset() {
    return byteOffset - lengthBytes;
  }

  /// The next line, or null at the end.
  public @Nullable Line next() throws IOException {
    if (!hasBytes()) {
      return null;
    }
    long start = byteOffset;
    boolean whole = false;
    while (!whole && hasBytes()) {
      int end = indexOfLineEnd();
      keep(end - position);
      whole = end < limit;
      advance(whole ? end + 1 - position : end - position);
    }
    lines++;
    Line line = line(start);
    lengthBytes = 0;
    endingReturns = 0;
    return line;
  }

  /// The next byte, or -1 at the end. For records that are not lines.
  public int read() throws IOException {
    if (!hasBytes()) {
      return -1;
    }
    byte next = buffer[position];
    advance(1);
    lines += next == lineEnd ? 1 : 0;
    return Byte.toUnsignedInt(next);
  }

  /// The number of the line in which the next byte stands, from 1.
  public long lineNumber() {
    return lines + 1;
  }

  private Line line(long start) {
    long textBytes = Math.max(0, lengthBytes - endingReturns);
    if (textBytes > MAX_LINE_BYTES) {
      return new Line(lines, start, "", RecordBytes.tooLong("line", textBytes));
    }
    int length = (int) textBytes;
    String text = Utf8.text(kept, length);
    int invalid = Utf8.indexOfInvalidByte(kept, length, text);
    return invalid < length
        ? new Line(lines, start, "", RecordBytes.notUtf8("line", invalid))
        : new Line(lines, start, text, null);
  }

  private void keep(int count) {
    if (count == 0) {
      return;
    }
    int room = (int) Math.max(0, MAX_LINE_BYTES + 1 - lengthBytes);
    int taken = Math.min(count, room);
    if (taken > 0) {
      int needed = (int) lengthBytes + taken;
      if (needed > kept.length) {
        kept = Arrays.copyOf(kept, Math.max(needed, 2 * kept.length));
      }
      System.arraycopy(buffer, position, kept, (int) lengthBytes, taken);
    }
    lengthBytes += count;
    int returns = 0;
    while (returns < count && buffer[position + count - 1 - returns] == '\r') {
      returns++;
    }
    endingReturns = returns == count ? endingReturns + returns : returns;
  }

  private int indexOfLineEnd() {
    int i = position;
    while (i < limit && buffer[i] != lineEnd) {
      i++;
    }
    return i;
  }

  private void advance(int count) {
    position += count;
    byteOffset += count;
  }

  private boolean hasBytes() throws IOException {
    if (position == limit && !ended) {
      position = 0;
      limit = 0;
      fill();
    }
    if (position == limit && failure != null) {
      throw failure;
    }
    return position < limit;
  }

  private void fill() {
    try {
      int count = stream.read(buffer, limit, buffer.length - limit);
      ended = count < 0;
      limit += Math.max(0, count);
    } catch (IOException e) {
      failure = e;
      ended = true;
    }
  }

  private boolean startsWithByteOrderMark() {
    return limit >= BYTE_ORDER_MARK.length
        && Arrays.equals(buffer, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, 3);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
