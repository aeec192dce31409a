package dev.akin.embed.token;

import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.TextSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The terms of a text: the distinct [words][Words] of its sentences, in lower case. A token
/// belongs to the word that it starts in.
///
/// @param names the terms
/// @param groups a group of tokens for each term, and a last one for the tokens that belong to none
///
/// @hidden public for its own room only
public record TextTerms(List<String> names, TokenGroups groups) {
  /// No terms, because they are not needed.
  public static final TextTerms NONE = new TextTerms(List.of(), TokenGroups.NONE);

  private static final TextSpan NOTHING = new TextSpan(0, 0);

  /// The terms of a text.
  ///
  /// @param starts where each token starts in the text; negative for a token that is not in it
  /// @param sentences the sentence of each token
  static TextTerms of(ModelText text, int[] starts, TokenGroups sentences) {
    Map<String, Integer> numbers = new HashMap<>();
    List<String> names = new ArrayList<>();
    int[] terms = new int[starts.length];
    TextSpan word = NOTHING;
    for (int token = 0; token < terms.length; token++) {
      terms[token] = -1;
      if (sentences.of(token) >= 0) {
        if (!word.contains(starts[token])) {
          TextSpan sentence = text.sentences().get(sentences.of(token));
          word = Words.around(text.text(), sentence, starts[token]);
        }
        terms[token] = word.isEmpty() ? -1 : number(term(text, word), numbers, names);
      }
    }
    return new TextTerms(names, withRest(names.size(), terms));
  }

  private static String term(ModelText text, TextSpan word) {
    return text.text().substring(word.from(), word.to()).toLowerCase(Locale.ROOT);
  }

  private static int number(String term, Map<String, Integer> numbers, List<String> names) {
    Integer number = numbers.putIfAbsent(term, names.size());
    if (number == null) {
      names.add(term);
      return names.size() - 1;
    }
    return number;
  }

  private static TokenGroups withRest(int rest, int[] terms) {
    for (int token = 0; token < terms.length; token++) {
      terms[token] = terms[token] < 0 ? rest : terms[token];
    }
    return TokenGroups.numbered(rest + 1, terms);
  }
}
