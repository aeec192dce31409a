package dev.akin.read.record;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds out the encoding of a text by its first bytes.
///
/// A byte order mark and two characters with a NUL byte each at the start mean UTF-16, a declared
/// encoding is believed, and what is not UTF-8 is Windows-1252, which contains Latin-1. Decided so,
/// There is no detector such as ICU4J's or Tika's behind it: these are large, and guess by
/// statistics among dozens of encodings, so that one more line in a file may change how all others
/// are read.
///
/// @hidden public for its own room only
public final class TextEncoding {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final int MAX_DECLARATION_BYTES = 1024;

  /// An XML prolog, or what JabRef writes at the top of a BibTeX file.
  private static final Pattern DECLARATION =
      Pattern.compile(
          "^\\s{0,20}<\\?xml\\s[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']([\\w.:-]{1,40})[\"']"
              + "|(?im)^%?[ \\t]{0,9}Encoding:[ \\t]{0,9}([\\w.:-]{1,40})[ \\t]{0,9}\\r?$");

  /// What every encoding must write like ASCII whose name can be read before it is known.
  private static final String ASCII = "<?xml %{";

  /// How many bytes that are not UTF-8 a text in UTF-8 may have for each character outside ASCII.
  private static final int MAX_BROKEN_PER_CHARACTER = 4;

  private static final long HIGH_BITS = 0x8080808080808080L;

  private TextEncoding() {}

  /// Whether a text in an encoding of this name can be read.
  public static boolean isSupported(String name) {
    return named(name) != null;
  }

  private static @Nullable Charset named(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return null;
    }
  }

  /// The encoding that the first bytes of a text give away; null if they do not.
  static @Nullable Charset declared(byte[] head, int length) {
    Charset utf16 = utf16(head, length);
    if (utf16 != null) {
      return utf16;
    }
    String start =
        new String(head, 0, Math.min(length, MAX_DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
    Matcher matcher = DECLARATION.matcher(start);
    if (!matcher.find()) {
      return null;
    }
    Charset charset = named(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    return charset != null
            && !charset.equals(StandardCharsets.US_ASCII)
            && charset.canEncode()
            && Arrays.equals(ASCII.getBytes(charset), ASCII.getBytes(StandardCharsets.US_ASCII))
        ? charset
        : null;
  }

  /// UTF-16, if the text begins with its byte order mark, or with two characters of ASCII of which
  /// half is zero.
  private static @Nullable Charset utf16(byte[] head, int length) {
    if (length < 2) {
      return null;
    }
    int first = Byte.toUnsignedInt(head[0]) << Byte.SIZE | Byte.toUnsignedInt(head[1]);
    if (first == 0xFFFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (first == 0xFEFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (length < 4 || (head[0] == 0) == (head[1] == 0)) {
      return null;
    }
    boolean twice = (head[0] == 0) == (head[2] == 0) && (head[1] == 0) == (head[3] == 0);
    return !twice ? null : head[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
  }

  /// UTF-8 or Windows-1252; null if all bytes are ASCII.
  ///
  /// @param cut whether the bytes may begin and end in the middle of a character
  static @Nullable Charset byContent(byte[] bytes, int length, boolean cut) {
    int good = 0;
    int broken = 0;
    boolean defined = true;
    int i = 0;
    while (cut && i < Math.min(length, 3) && isContinuation(bytes[i])) {
      i++;
    }
    for (i = nonAscii(bytes, i, length); i < length; i = nonAscii(bytes, i, length)) {
      int more = continuations(bytes[i]);
      int end = i + 1;
      while (end < length && end <= i + more && isContinuation(bytes[end])) {
        end++;
      }
      boolean whole = more > 0 && end == i + more + 1;
      boolean atEnd = more > 0 && end == length;
      good += whole ? 1 : 0;
      broken += whole || atEnd ? 0 : 1;
      defined &= whole || atEnd || isDefined(bytes[i]);
      i = whole || atEnd ? end : i + 1;
    }
    if (good + broken == 0) {
      return null;
    }
    return defined && broken > MAX_BROKEN_PER_CHARACTER * good
        ? WINDOWS_1252
        : StandardCharsets.UTF_8;
  }

  /// The index of the first byte from `start` that is not ASCII; `length` if there is none. Most
  /// files have none, and are looked at to their end.
  private static int nonAscii(byte[] bytes, int start, int length) {
    ByteBuffer words = ByteBuffer.wrap(bytes);
    int i = start;
    while (i + Long.BYTES <= length && (words.getLong(i) & HIGH_BITS) == 0) {
      i += Long.BYTES;
    }
    while (i < length && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  private static boolean isContinuation(byte b) {
    return (b & 0xC0) == 0x80;
  }

  /// How many bytes follow the first one of a character in UTF-8; 0 if it cannot be the first.
  private static int continuations(byte first) {
    int b = Byte.toUnsignedInt(first);
    if (b < 0xC2 || b > 0xF4) {
      return 0;
    }
    return b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
  }

  /// Whether a byte means a character in Windows-1252.
  private static boolean isDefined(byte b) {
    return switch (Byte.toUnsignedInt(b)) {
      case 0x81, 0x8D, 0x8F, 0x90, 0x9D -> false;
      default -> true;
    };
  }
}
