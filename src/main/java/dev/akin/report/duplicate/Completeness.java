package dev.akin.report.duplicate;

import dev.akin.paper.Identifiers;
import dev.akin.paper.Paper;
import dev.akin.report.corpus.Corpus;
import java.util.Comparator;
import java.util.Set;

/// How complete a record is; the most complete is the smallest. Compared in this order: an
/// abstract, a publication other than on arXiv, a DOI, a link, authors, a date, then the later
/// year.
///
/// @param missing a bit for each of these that the record lacks, the first in the highest bit
/// @param year 0 if unknown
record Completeness(int missing, int year) implements Comparable<Completeness> {
  private static final String ARXIV_DOI = "doi:10.48550/";

  static Completeness of(Corpus corpus, int row) {
    Paper paper = corpus.paper(row);
    Set<String> names = Identifiers.of(paper);
    boolean preprint = names.stream().anyMatch(name -> name.startsWith("arxiv:"));
    boolean doi =
        names.stream().anyMatch(name -> name.startsWith("doi:") && !name.startsWith(ARXIV_DOI));
    int missing = 0;
    for (boolean has :
        new boolean[] {
          corpus.hasAbstract(row),
          doi || !preprint,
          doi,
          paper.url() != null,
          !paper.authors().isEmpty(),
          paper.date() != null
        }) {
      missing = 2 * missing + (has ? 0 : 1);
    }
    return new Completeness(missing, corpus.year(row));
  }

  @Override
  public int compareTo(Completeness other) {
    return Comparator.comparingInt(Completeness::missing)
        .thenComparing(Comparator.comparingInt(Completeness::year).reversed())
        .compare(this, other);
  }
}
