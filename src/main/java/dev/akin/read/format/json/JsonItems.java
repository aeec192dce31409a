package dev.akin.read.format.json;

import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.RecordBytes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Cuts a JSON array into its items, looking only at strings and brackets.
///
/// A broken item costs no other item if its end can still be seen: a string ends with its line, and
/// an object right inside an item that does not follow a colon is the next item. Commas may be
/// missing. If an item is longer than [RecordBytes#MAX_BYTES], only its length is kept.
///
/// Cut by hand, because Jackson's streaming parser loses good items after a malformed one: it ends
/// at a `NaN`, and swallows the item after one that is not closed.
///
/// @hidden public for its own room only
public final class JsonItems {
  private static final int END = -1;

  private final LineReader source;

  /// Whether the array has begun and not ended.
  private boolean open;

  /// Whether nothing is read after the array.
  private boolean inside;

  /// Whether the brace that begins the next item was read.
  private boolean begun;

  /// The item being read: its bytes, and the state in it.
  private final RecordBytes kept = new RecordBytes();

  private int depth;
  private boolean quoted;
  private boolean escaped;
  private int last;

  public JsonItems(LineReader source) {
    this.source = source;
  }

  /// The rest of an array whose bracket was read. It ends with the array.
  static JsonItems inside(LineReader source) {
    JsonItems items = new JsonItems(source);
    items.inside = true;
    items.open = true;
    return items;
  }

  /// The next item, or null at the end. If the array does not end, the last item has a fault.
  public @Nullable Line next() throws IOException {
    if (inside && !open) {
      return null;
    }
    int c = begun ? '{' : source.read();
    while (isBetweenItems(c)) {
      open = c == '[' || (open && c != ']');
      if (inside && !open) {
        return null;
      }
      c = source.read();
    }
    begun = false;
    if (c != END) {
      return item(start(1), c);
    }
    boolean cut = open;
    open = false;
    return cut ? start(0).withFault("the JSON array ends early") : null;
  }

  /// @param readBytes number of bytes of the item that were read already
  private Line start(int readBytes) {
    return new Line(source.lineNumber(), source.byteOffset() - readBytes, "", null);
  }

  private static boolean isBetweenItems(int c) {
    return switch (c) {
      case ',', '[', ']', ' ', '\t', '\r', '\n' -> true;
      default -> false;
    };
  }

  private Line item(Line start, int first) throws IOException {
    kept.clear();
    depth = 0;
    quoted = false;
    escaped = false;
    for (int c = first; c != END; c = source.read()) {
      begun = depth == 1 && !quoted && c == '{' && last != ':';
      boolean ended = isOutside() && (c == ',' || c == ']' || c == '\n');
      if (begun || ended) {
        open &= c != ']';
        return kept.line(start, "item");
      }
      kept.add(c);
      count(c);
      if (isOutside() && isClosing(c)) {
        return kept.line(start, "item");
      }
    }
    open = false; // the item says that it is cut
    return kept.line(start, "item");
  }

  private boolean isOutside() {
    return depth <= 0 && !quoted;
  }

  private void count(int c) {
    boolean plain = !escaped;
    escaped = plain && quoted && c == '\\';
    if (c == '"' && plain) {
      quoted = !quoted;
      last = c;
    } else if (c == '\n') {
      quoted = false;
    } else if (!quoted) {
      depth += c == '{' || c == '[' ? 1 : 0;
      depth -= isClosing(c) ? 1 : 0;
      last = c == ' ' || c == '\t' || c == '\r' ? last : c;
    }
  }

  private static boolean isClosing(int c) {
    return c == '}' || c == ']';
  }
}
