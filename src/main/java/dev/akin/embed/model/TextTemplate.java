package dev.akin.embed.model;

import dev.akin.paper.Sentences;
import java.util.ArrayList;
import java.util.List;

/// The form in which a model reads texts, such as `{title} {abstract}` or `query: {text}`.
///
/// @param pattern a text with the placeholders `{title}`, `{abstract}` and `{text}`
record TextTemplate(String pattern) {
  private static final String TITLE = "{title}";
  private static final String ABSTRACT = "{abstract}";
  private static final String TEXT = "{text}";

  /// A paper's text, without white space at its ends; empty if the paper has neither title nor
  /// abstract. If a placeholder comes twice, the sentences are those of the first.
  ModelText document(String title, String abstractText) {
    if (title.isBlank() && abstractText.isBlank()) {
      return new ModelText("", List.of());
    }
    // One pass, so that a title that contains "{abstract}" is not changed.
    StringBuilder rendered = new StringBuilder();
    int titleAt = -1;
    int abstractAt = -1;
    int from = 0;
    while (from < pattern.length()) {
      if (pattern.startsWith(TITLE, from)) {
        titleAt = titleAt < 0 ? rendered.length() : titleAt;
        rendered.append(title);
        from += TITLE.length();
      } else if (pattern.startsWith(ABSTRACT, from)) {
        abstractAt = abstractAt < 0 ? rendered.length() : abstractAt;
        rendered.append(abstractText);
        from += ABSTRACT.length();
      } else {
        rendered.append(pattern.charAt(from++));
      }
    }
    String text = rendered.toString();
    String begun = text.stripLeading();
    int cut = text.length() - begun.length();
    List<TextSpan> sentences = new ArrayList<>();
    locate(Sentences.of(title, ""), begun, titleAt - cut, sentences);
    locate(Sentences.of("", abstractText), begun, abstractAt - cut, sentences);
    return new ModelText(begun.stripTrailing(), sentences);
  }

  // Only white space is between two sentences, and no sentence starts with it. So each sentence is
  // found at the first place after the one before.
  private static void locate(List<String> sentences, String text, int at, List<TextSpan> spans) {
    int end = at;
    for (String sentence : sentences) {
      int from = text.indexOf(sentence, end);
      end = from + sentence.length();
      spans.add(new TextSpan(from, end));
    }
  }

  /// The text of a searched phrase: one sentence, or none if it is blank.
  ModelText phrase(String phrase) {
    int place = pattern.indexOf(TEXT);
    String text = pattern.substring(0, place) + phrase + pattern.substring(place + TEXT.length());
    List<TextSpan> sentences = new ArrayList<>();
    locate(Sentences.of(phrase, ""), text, place, sentences);
    return new ModelText(text, sentences);
  }
}
