package dev.akin.embed.rewrite;

import dev.akin.base.Resources;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Texts that a graph is tried on: summaries of papers, titles, words, foreign scripts, and one
/// that is longer than most models read. Each is there twice, so that texts of one length meet.
final class TrialTexts {
  private static final int SOME = 12;

  private TrialTexts() {}

  /// A part of them, for measurements.
  static List<ModelText> some(ModelFolder model) {
    return of(model).subList(0, SOME);
  }

  static List<ModelText> of(ModelFolder model) {
    List<String> texts = new ArrayList<>(Resources.lines(TrialTexts.class, "trial-texts.txt"));
    texts.add(String.join(" ", texts));
    return texts.stream().map(model::document).flatMap(text -> Stream.of(text, text)).toList();
  }
}
