package dev.akin.recommend.query;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Embedding;
import dev.akin.work.ComparedPaper;
import dev.akin.work.TitlePage;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Papers of one snapshot, each read at most once for an answer. For one thread.
///
/// @hidden public for its own room only
public final class LoadedPapers {
  private final IndexSnapshot snapshot;
  private final Map<Integer, Paper> papers = new HashMap<>();
  private final Map<PaperId, Integer> numbers = new HashMap<>();
  private final Map<Integer, List<Embedding>> embeddings = new HashMap<>();
  private final Map<Integer, PaperVersion> versions = new HashMap<>();

  public LoadedPapers(IndexSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// Adds the papers that a query names, which are read already.
  public void add(Examples examples) {
    examples
        .all()
        .filter(Resolved::isPaper)
        .forEach(
            example -> {
              add(example.number(), example.paper());
              embeddings.put(example.number(), example.embeddings());
            });
  }

  private void add(int number, Paper paper) {
    papers.put(number, paper);
    numbers.put(paper.id(), number);
  }

  public IndexSnapshot snapshot() {
    return snapshot;
  }

  /// A paper by its number.
  public Paper paper(int number) {
    if (!papers.containsKey(number)) {
      add(number, snapshot.paper(number));
    }
    return Objects.requireNonNull(papers.get(number));
  }

  /// The number of a paper that was read.
  public int number(Paper paper) {
    return Objects.requireNonNull(numbers.get(paper.id()), "it was not read");
  }

  /// Reads papers together, which is faster than one by one.
  public void load(Collection<Integer> numbers) {
    snapshot
        .papers(numbers.stream().filter(n -> !papers.containsKey(n)).toList())
        .forEach(this::add);
  }

  /// Reads embeddings of papers together.
  public void loadEmbeddings(Collection<Integer> numbers) {
    embeddings.putAll(
        snapshot.embeddings(numbers.stream().filter(n -> !embeddings.containsKey(n)).toList()));
  }

  /// Papers to be compared with each other, in the order of `numbers`. Their title pages are read
  /// together.
  public List<PaperVersion> versions(List<Integer> numbers) {
    snapshot
        .titlePages(numbers.stream().filter(number -> !versions.containsKey(number)).toList())
        .forEach((number, page) -> versions.put(number, version(number, page)));
    return numbers.stream().map(versions::get).toList();
  }

  private PaperVersion version(int number, TitlePage page) {
    return new PaperVersion(
        new ComparedPaper(page, () -> paper(number).abstractText()), () -> embeddings(number));
  }

  /// The embeddings of a paper's text, one for each model; none if it has no text.
  public List<Embedding> embeddings(int number) {
    return embeddings.computeIfAbsent(number, snapshot::embeddings);
  }
}
