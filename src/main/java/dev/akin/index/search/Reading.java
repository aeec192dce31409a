package dev.akin.index.search;

import dev.akin.index.commit.Holdings;
import dev.akin.index.document.PaperDocument;
import dev.akin.index.document.WordLanguages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/// One way to read the words of a query: in a language.
///
/// @param language one of [WordLanguages]
/// @param onlyItsPapers whether it finds only papers whose words are analyzed in that language.
///   Otherwise it finds all papers: a name is the same word in every language
record Reading(String language, boolean onlyItsPapers) {
  /// A phrase is read in this many languages, apart from English. Each costs time.
  private static final int MAX_LANGUAGES = 8;

  private static final Reading USUAL = new Reading(WordLanguages.USUAL, false);

  /// How to read a text. A paper is judged by the reading that suits it best.
  ///
  /// @param language of the text; absent if unknown
  static List<Reading> of(@Nullable String language, Holdings holdings) {
    if (language == null) {
      return ofUnknown(holdings);
    }
    String code = WordLanguages.of(language);
    Reading own = new Reading(code, false);
    int papers = holdings.languages().getOrDefault(code, 0);
    int analyzed = holdings.wordLanguages().getOrDefault(code, 0);
    if (own.equals(USUAL) || papers == analyzed) {
      return List.of(own);
    }
    // An earlier akin analyzed the others as English.
    return analyzed == 0 ? List.of(USUAL) : List.of(own, USUAL);
  }

  /// People type a phrase in English, or in a language that the index has papers in.
  private static List<Reading> ofUnknown(Holdings holdings) {
    List<Reading> readings = new ArrayList<>();
    readings.add(USUAL);
    holdings.wordLanguages().entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MAX_LANGUAGES)
        .forEach(language -> readings.add(new Reading(language.getKey(), true)));
    return readings;
  }

  /// What a paper must have to be found; absent if it need not have anything.
  @Nullable Term condition() {
    return onlyItsPapers ? new Term(PaperDocument.WORDS_IN, language) : null;
  }
}
