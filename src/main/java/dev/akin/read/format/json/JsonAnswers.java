package dev.akin.read.format.json;

import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.RecordBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Cuts the answers of an API, one or many, into the works in them: `{"results":[…]}`,
/// `{"message":{"items":[…]}}`, or `{"message":{…}}` if the message itself is the work.
///
/// What stands around the works is read over and not checked.
final class JsonAnswers {
  private static final int END = -1;
  private static final int MAX_KEY_BYTES = 64;

  /// The keys of lists of works, in Crossref, OpenAlex, Semantic Scholar, and pandoc's CSL.
  private static final Set<String> LISTS =
      Set.of("items", "results", "data", "recommendedPapers", "references");

  /// The key of Crossref's list or work.
  private static final String MESSAGE = "message";

  /// The keys of a message with a list. It begins with one of them.
  private static final Set<String> KEYS_OF_LISTS =
      Set.of("items", "facets", "total-results", "items-per-page", "query", "next-cursor");

  private static final Set<String> KEYS_OF_WORKS =
      Set.of("id", "title", "display_name", "paperId", "DOI");

  private final LineReader source;
  private final RecordBytes kept = new RecordBytes();

  /// The list being read; absent between lists.
  private @Nullable JsonItems list;

  /// The string that was read last, and the key before the next value.
  private String string = "";

  private String key = "";

  JsonAnswers(LineReader source) {
    this.source = source;
  }

  /// Whether a text, which may be cut off, begins like an answer.
  static boolean isStart(String text) {
    try (JsonParser parser = JsonText.parser(text)) {
      parser.nextToken();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        JsonToken value = parser.nextToken();
        if (KEYS_OF_WORKS.contains(name)) {
          return false;
        }
        if (name.equals(MESSAGE)
            ? value == JsonToken.START_OBJECT
            : LISTS.contains(name) && value == JsonToken.START_ARRAY) {
          return true;
        }
        parser.skipChildren();
      }
    } catch (JacksonException _) {
      return false; // it is cut off before its list, or is no JSON
    }
    return false;
  }

  /// The next work, or null at the end. If a list does not end, the last work has a fault.
  @Nullable Line next() throws IOException {
    while (true) {
      Line work = list == null ? null : list.next();
      if (work != null) {
        return work;
      }
      list = null;
      int c = source.read();
      if (c == END) {
        return null;
      }
      work = seek(c);
      if (work != null) {
        return work;
      }
    }
  }

  /// Takes a byte outside works.
  ///
  /// @return a work that begins with it, or null
  private @Nullable Line seek(int c) throws IOException {
    boolean inMessage = c == '{' && key.equals(MESSAGE);
    if (c == '[' && LISTS.contains(key)) {
      list = JsonItems.inside(source);
    } else if (c == '"') {
      string = restOfString();
    }
    if (!isSpace(c)) {
      key = c == ':' ? string : "";
    }
    return inMessage ? message() : null;
  }

  /// The message, if it is a work; null if it has a list.
  private @Nullable Line message() throws IOException {
    Line start = new Line(source.lineNumber(), source.byteOffset() - 1, "", null);
    int c = source.read();
    while (isSpace(c)) {
      c = source.read();
    }
    string = c == '"' ? restOfString() : "";
    return c != '"' || KEYS_OF_LISTS.contains(string) ? null : work(start);
  }

  /// The work whose brace and first key were read.
  private Line work(Line start) throws IOException {
    kept.clear();
    for (byte b : ("{\"" + string + "\"").getBytes(StandardCharsets.ISO_8859_1)) {
      kept.add(Byte.toUnsignedInt(b));
    }
    int depth = 1;
    boolean quoted = false;
    boolean escaped = false;
    while (depth > 0) {
      int c = source.read();
      if (c == END) {
        break; // the work says that it is cut
      }
      kept.add(c);
      quoted ^= c == '"' && !escaped;
      escaped = quoted && !escaped && c == '\\';
      if (!quoted) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      }
    }
    return kept.line(start, "item");
  }

  /// Reads a string to its end.
  ///
  /// @return its first bytes
  private String restOfString() throws IOException {
    StringBuilder latin1 = new StringBuilder();
    boolean escaped = false;
    for (int c = source.read(); c != END && (c != '"' || escaped); c = source.read()) {
      escaped = c == '\\' && !escaped;
      if (latin1.length() < MAX_KEY_BYTES) {
        latin1.append((char) c);
      }
    }
    return latin1.toString();
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
