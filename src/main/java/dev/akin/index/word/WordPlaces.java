package dev.akin.index.word;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds words of a query in texts, whatever their endings, as the index compares words.
///
/// @param language one of [WordLanguages]
/// @param words as the index has them
public record WordPlaces(String language, Set<String> words) {
  /// No words.
  public static final WordPlaces NONE = new WordPlaces(WordLanguages.USUAL, Set.of());

  /// A part of a text.
  ///
  /// @param start of its first character
  /// @param end after its last character
  public record Place(int start, int end) {}

  public WordPlaces {
    words = Set.copyOf(words);
  }

  /// Finds the words of a query.
  ///
  /// @param language of the texts, an ISO 639-1 code; absent if unknown
  public static WordPlaces of(String query, @Nullable String language) {
    String known = WordLanguages.of(language);
    return new WordPlaces(known, new HashSet<>(Analyzers.ofText(known, query)));
  }

  /// The places of the words in a text, in its order.
  public List<Place> in(String text) {
    return words.isEmpty()
        ? List.of()
        : Analyzers.places(language, text).stream()
            .filter(place -> words.contains(place.word()))
            .map(place -> new Place(place.start(), place.end()))
            .toList();
  }
}
