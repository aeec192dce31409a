package dev.akin.embed.rewrite;

import dev.akin.base.Resources;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The texts for trials of a graph: summaries of papers, titles, words, foreign scripts, and one
/// text that is longer than most models read. Each text is there twice, so that there are batches
/// of texts of the same length.
///
/// @hidden public for its own room only
public final class TrialTexts {
  private static final int MEASURED = 12;

  private TrialTexts() {}

  /// A part of the texts, for measurements.
  static List<ModelText> some(ModelFolder model) {
    return of(model).subList(0, MEASURED);
  }

  /// All texts, as a model reads them.
  public static List<ModelText> of(ModelFolder model) {
    List<String> texts = new ArrayList<>(Resources.lines(TrialTexts.class, "trial-texts.txt"));
    texts.add(String.join(" ", texts));
    return texts.stream().map(model::document).flatMap(text -> Stream.of(text, text)).toList();
  }
}
