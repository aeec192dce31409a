package dev.akin.index.word;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One way to read the words of a query: in a language.
///
/// @param language one of [WordLanguages]
/// @param onlyItsPapers whether it finds only papers whose words are analyzed in that language.
///   Otherwise it finds all papers: a name is the same word in every language
///
/// @hidden public for its own room only
public record Reading(String language, boolean onlyItsPapers) {
  /// A phrase is read in this many languages, apart from English. Each costs time.
  private static final int MAX_LANGUAGES = 8;

  private static final Reading USUAL = new Reading(WordLanguages.USUAL, false);

  /// How to read a text. A paper is judged by the reading that suits it best.
  ///
  /// @param language of the text; absent if unknown
  /// @param languages how many papers the index has in each language
  /// @param analyzed how many of them have words that are analyzed in it
  public static List<Reading> of(
      @Nullable String language, Map<String, Integer> languages, Map<String, Integer> analyzed) {
    if (language == null) {
      return ofUnknown(analyzed);
    }
    String code = WordLanguages.of(language);
    Reading own = new Reading(code, false);
    int papers = languages.getOrDefault(code, 0);
    int inIt = analyzed.getOrDefault(code, 0);
    if (own.equals(USUAL) || papers == inIt) {
      return List.of(own);
    }
    // An earlier akin analyzed the others as English.
    return inIt == 0 ? List.of(USUAL) : List.of(own, USUAL);
  }

  /// People type a phrase in English, or in a language that the index has papers in.
  private static List<Reading> ofUnknown(Map<String, Integer> analyzed) {
    List<Reading> readings = new ArrayList<>();
    readings.add(USUAL);
    analyzed.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MAX_LANGUAGES)
        .forEach(language -> readings.add(new Reading(language.getKey(), true)));
    return readings;
  }

  /// The language of the papers that it finds; absent if it finds all.
  public @Nullable String onlyIn() {
    return onlyItsPapers ? language : null;
  }
}
