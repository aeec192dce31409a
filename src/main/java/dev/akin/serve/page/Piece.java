package dev.akin.serve.page;

import dev.akin.index.word.WordPlaces;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of a text in which words are marked.
///
/// @param plain text that is not marked; may be empty
/// @param marked text after it that is marked; absent at the end
record Piece(String plain, @Nullable String marked) {
  /// A text in which nothing is marked.
  static List<Piece> of(String text) {
    return List.of(new Piece(text, null));
  }

  /// A text in which the words of a query are marked.
  static List<Piece> of(String text, WordPlaces words) {
    List<Piece> pieces = new ArrayList<>();
    int done = 0;
    for (WordPlaces.Place place : words.in(text)) {
      if (place.start() >= done) {
        pieces.add(
            new Piece(
                text.substring(done, place.start()), text.substring(place.start(), place.end())));
        done = place.end();
      }
    }
    pieces.add(new Piece(text.substring(done), null));
    return pieces;
  }
}
