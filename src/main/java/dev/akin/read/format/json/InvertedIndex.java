package dev.akin.read.format.json;

import dev.akin.base.Printable;
import dev.akin.read.markup.MarkupText;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.LineReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Reads an abstract as OpenAlex stores it: each word with its positions.
final class InvertedIndex {
  static final int MAX_POSITION = 100_000;
  static final int MAX_CHARS = LineReader.MAX_LINE_BYTES;

  private static final String KEY = "abstract_inverted_index";

  private InvertedIndex() {}

  /// The words in their order; empty if there are none.
  ///
  /// @throws BadRecordException if the node has another form, or is absurdly long
  static String text(JsonNode index) throws BadRecordException {
    if (index.isMissingNode()) {
      return "";
    }
    if (!index.isObject()) {
      throw new BadRecordException("expected an object as " + KEY);
    }
    List<Placed> words = new ArrayList<>();
    long chars = 0;
    for (Map.Entry<String, JsonNode> entry : index.properties()) {
      for (JsonNode position : entry.getValue()) {
        words.add(new Placed(position(position), entry.getKey()));
        chars += entry.getKey().length() + 1L;
        check(words.size(), chars);
      }
    }
    words.sort(Comparator.comparingInt(Placed::position));
    return MarkupText.of(words.stream().map(Placed::word).collect(Collectors.joining(" ")));
  }

  private static int position(JsonNode position) throws BadRecordException {
    if (!position.isIntegralNumber()
        || !position.canConvertToInt()
        || position.intValue() < 0
        || position.intValue() > MAX_POSITION) {
      throw new BadRecordException(
          "%s has the position %s; the positions are 0 to %s"
              .formatted(KEY, position, Printable.count(MAX_POSITION)));
    }
    return position.intValue();
  }

  private static void check(int words, long chars) throws BadRecordException {
    if (words > MAX_POSITION + 1 || chars > MAX_CHARS) {
      throw new BadRecordException(
          "%s has more than %s words or %s characters"
              .formatted(KEY, Printable.count(MAX_POSITION + 1), Printable.count(MAX_CHARS)));
    }
  }

  private record Placed(int position, String word) {}
}
