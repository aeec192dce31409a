package dev.akin.report.duplicate;

import dev.akin.work.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Evidence as people read it: "cosine 0.981 · 34 words in a row the same · 2 of 3 authors".
///
/// @hidden public for its own room only
public final class EvidenceWords {
  private static final int MIN_RUN = 5;

  private EvidenceWords() {}

  public static String of(Evidence evidence) {
    List<String> words = new ArrayList<>();
    if (evidence.cosine() != null) {
      words.add(String.format(Locale.ROOT, "cosine %.3f", evidence.cosine()));
    }
    if (evidence.equalTitles()) {
      words.add("same title");
    }
    if (evidence.longestRun() >= MIN_RUN) {
      words.add(evidence.longestRun() + " words in a row the same");
    }
    words.add(authors(evidence));
    words.addAll(evidence.sharedNames());
    return String.join(" · ", words);
  }

  private static String authors(Evidence evidence) {
    return evidence.fewerAuthors() == 0
        ? "authors unknown"
        : evidence.sharedAuthors().size() + " of " + evidence.fewerAuthors() + " authors";
  }
}
