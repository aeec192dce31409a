package dev.akin.report.duplicate;

import dev.akin.base.Printable;
import dev.akin.paper.Paper;
import dev.akin.work.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Evidence in words: "cosine 0.981 · 34 identical words in a row · 2 of 3 authors in common".
///
/// @hidden public for its own room only
public final class EvidenceWords {
  /// Shorter sequences of identical words say nothing.
  private static final int MIN_WORDS = 5;

  private EvidenceWords() {}

  public static String of(Evidence evidence) {
    List<String> words = new ArrayList<>();
    if (evidence.cosine() != null) {
      words.add(String.format(Locale.ROOT, "cosine %.3f", evidence.cosine()));
    }
    if (evidence.equalTitles()) {
      words.add("same title");
    }
    if (evidence.longestRun() >= MIN_WORDS) {
      words.add(Printable.count(evidence.longestRun(), "identical word") + " in a row");
    }
    words.add(authors(evidence));
    evidence.sharedNames().forEach(name -> words.add("same " + name));
    return String.join(" · ", words);
  }

  /// Why two papers may not be the same work, although the rule says so; empty if there is no such
  /// reason.
  static String doubt(Paper one, Paper other, Evidence evidence) {
    if (!evidence.sharedNames().isEmpty()) {
      return "";
    }
    if (!evidence.equalTitles()) {
      return "the titles differ";
    }
    return one.abstractText().isBlank() || other.abstractText().isBlank()
        ? "an abstract is missing"
        : "";
  }

  private static String authors(Evidence evidence) {
    return evidence.fewerAuthors() == 0
        ? "authors unknown"
        : evidence.sharedAuthors().size()
            + " of "
            + Printable.count(evidence.fewerAuthors(), "author")
            + " in common";
  }
}
