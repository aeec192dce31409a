package dev.akin.report.duplicate;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import dev.akin.paper.TitleKey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Two texts, cut where their words differ. Capitals, accents and punctuation make no difference.
///
/// @param one the parts of the first text
/// @param other the parts of the second text
record WordDifference(List<Part> one, List<Part> other) {
  /// Longer texts are compared up to here.
  private static final int MAX_WORDS = 1000;

  private static final Pattern WORD = Pattern.compile("\\S+\\s*");

  /// A part of a text.
  ///
  /// @param differs whether the other text lacks it
  record Part(String text, boolean differs) {}

  /// Compares two texts word by word.
  static WordDifference of(String one, String other) {
    List<String> words = words(one);
    List<String> others = words(other);
    List<AbstractDelta<String>> changes = DiffUtils.diff(keys(words), keys(others)).getDeltas();
    return new WordDifference(
        parts(words, places(changes, AbstractDelta::getSource)),
        parts(others, places(changes, AbstractDelta::getTarget)));
  }

  /// A text without marks.
  static List<Part> unmarked(String text) {
    return text.isEmpty() ? List.of() : List.of(new Part(text, false));
  }

  private static List<String> keys(List<String> words) {
    return words.stream().map(TitleKey::of).toList();
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).limit(MAX_WORDS).toList();
  }

  private static BitSet places(
      List<AbstractDelta<String>> changes, Function<AbstractDelta<String>, Chunk<String>> side) {
    BitSet places = new BitSet();
    changes.stream()
        .map(side)
        .forEach(chunk -> places.set(chunk.getPosition(), chunk.getPosition() + chunk.size()));
    return places;
  }

  private static List<Part> parts(List<String> words, BitSet differing) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    while (from < words.size()) {
      boolean differs = differing.get(from);
      int next = differs ? differing.nextClearBit(from) : differing.nextSetBit(from);
      int to = next < 0 ? words.size() : Math.min(next, words.size());
      parts.add(new Part(String.join("", words.subList(from, to)), differs));
      from = to;
    }
    return parts;
  }
}
