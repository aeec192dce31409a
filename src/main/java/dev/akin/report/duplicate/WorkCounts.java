package dev.akin.report.duplicate;

import dev.akin.base.Printable;
import java.util.List;

/// How many works have several papers, in the words of every page.
///
/// @param works number of works with several papers
/// @param papers number of papers of these works
/// @param errata number of errata, which are listed with the papers that they correct
public record WorkCounts(int works, int papers, int errata) {
  static WorkCounts of(List<NearDuplicates.Work> found) {
    List<NearDuplicates.Work> several =
        found.stream().filter(work -> work.papers().size() > 1).toList();
    return new WorkCounts(
        several.size(),
        several.stream().mapToInt(work -> work.papers().size()).sum(),
        found.stream().mapToInt(work -> work.errata().size()).sum());
  }

  /// How many pairs there are to decide: each paper of a work but one, with that one.
  public int pairs() {
    return papers - works;
  }

  /// `97 works with several papers, 2 errata`
  public String line() {
    return Printable.count(works, "work")
        + " with several papers"
        + (errata == 0 ? "" : ", " + Printable.count(errata, "erratum", "errata"));
  }

  /// The same in sentences, with the numbers of papers and pairs.
  String sentences() {
    String several =
        works == 0
            ? "No work has several papers."
            : "%s with several papers: %s in %s, because each work's most complete paper is paired with each of its others."
                .formatted(
                    Printable.count(works, "work"),
                    Printable.count(papers, "paper"),
                    Printable.count(pairs(), "pair"));
    return errata == 0
        ? several
        : several
            + (errata == 1
                ? " Also 1 erratum, with the paper that it corrects."
                : " Also %s errata, with the papers that they correct."
                    .formatted(Printable.count(errata)));
  }
}
