package dev.akin.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One of several shares of all texts. Each text is in exactly one of them, which depends on
/// nothing but the text and the number of shares.
///
/// @param number from 1
/// @param count how many there are, 1 to [#MAX_COUNT]
public record Shard(int number, int count) {
  private static final int MAX_COUNT = 100_000;
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");
  private static final int DIGITS = 16;
  private static final int HEXADECIMAL = 16;

  /// All texts.
  public static final Shard ALL = new Shard(1, 1);

  /// @throws IllegalArgumentException if there is no such shard
  public Shard {
    if (count < 1 || count > MAX_COUNT || number < 1 || number > count) {
      throw new IllegalArgumentException(
          "there is no shard %d of %d; the first of 16 is 1/16, the last 16/16"
              .formatted(number, count));
    }
  }

  /// Reads `3/16`.
  ///
  /// @throws IllegalArgumentException if `text` has another form
  public static Shard parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is not a shard such as 3/16");
    }
    return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  /// The number of the shard that has a text, from 1.
  ///
  /// @param text its key, at least 16 hexadecimal digits
  /// @param count how many shards there are
  public static int of(String text, int count) {
    long hash = Long.parseUnsignedLong(text.substring(0, DIGITS), HEXADECIMAL);
    return 1 + (int) Long.remainderUnsigned(hash, count);
  }

  /// Whether it has a text.
  ///
  /// @param text its key
  public boolean has(String text) {
    return of(text, count) == number;
  }

  /// `3/16`
  @Override
  public String toString() {
    return number + "/" + count;
  }
}
