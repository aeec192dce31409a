package dev.akin.report.paper;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Weighted;
import dev.akin.report.duplicate.WorkVersions;
import dev.akin.report.page.ReportPages;
import dev.akin.report.topic.CorpusTopics;
import dev.akin.report.topic.Topic;
import dev.akin.report.word.SharedWords;
import dev.akin.vector.NeighborLists;
import dev.akin.write.table.Provenance;
import dev.akin.write.text.ScoreText;
import dev.akin.write.text.WebLink;
import dev.akin.write.text.WhyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Pages of single papers, as HTML and as Markdown: the nearest papers and why they are near, the
/// topic, and other papers of the same work.
///
/// @hidden public for its own room only
public final class PaperPages {
  /// The folder in the report.
  public static final String FOLDER = "papers";

  private final IndexSnapshot snapshot;
  private final Recommender recommender;
  private final CorpusTopics found;
  private final WorkVersions versions;
  private final SharedWords words;
  private final int neighbors;
  private final ReportPages templates = new ReportPages();

  /// @param neighbors maximum number of nearest papers on a page
  public PaperPages(
      IndexSnapshot snapshot,
      Recommender recommender,
      CorpusTopics found,
      WorkVersions versions,
      SharedWords words,
      int neighbors) {
    this.snapshot = snapshot;
    this.recommender = recommender;
    this.found = found;
    this.versions = versions;
    this.words = words;
    this.neighbors = neighbors;
  }

  /// Writes a page for each of some papers into [#FOLDER]. Without papers it makes no folder.
  ///
  /// @param rows the papers' rows in the corpus
  public void write(Path folder, List<Integer> rows, Provenance provenance) throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    Path pages = Files.createDirectory(folder.resolve(FOLDER));
    Map<PaperId, String> names = PaperFileNames.of(rows.stream().map(found.corpus()::id).toList());
    for (int row : rows) {
      PaperPage page = page(row, names, provenance);
      String name = names.get(found.corpus().id(row));
      Files.writeString(pages.resolve(name + ".html"), templates.fill("paper.mustache", page));
      Files.writeString(pages.resolve(name + ".md"), PaperMarkdown.of(page));
    }
  }

  private PaperPage page(int row, Map<PaperId, String> names, Provenance provenance) {
    Paper paper = found.corpus().paper(row);
    List<PaperPage.Related> nearest = nearest(row, names);
    int topic = found.topics().of(row);
    return new PaperPage(
        paper.titleOrId(),
        provenance,
        paper.id().value(),
        names.get(paper.id()) + ".md",
        facts(paper),
        WebLink.of(paper),
        paper.abstractText(),
        topic < 0 ? null : link(found.topics().list().get(topic)),
        works(row, names),
        nearest,
        nearest.isEmpty() ? null : PapersPage.note(neighbors),
        nearest.isEmpty() ? "This paper has no text, so it has no nearest papers." : null);
  }

  private static Query query(Paper paper) {
    return new Query(List.of(Weighted.of(new Example.LikePaper(paper.id().value()))), List.of());
  }

  private RecommendOptions options() {
    return RecommendOptions.DEFAULT
        .withMode(Mode.SEMANTIC)
        .withMethod(NearestOptions.Method.EXACT)
        .withFloor(0.0)
        .withLimit(2 * neighbors)
        .withExplanation();
  }

  private static List<String> facts(Paper paper) {
    return Stream.of(
            String.join(", ", paper.authors()),
            paper.date() == null ? "" : paper.date().toString(),
            String.join(", ", paper.categories()),
            paper.id().value())
        .filter(fact -> !fact.isEmpty())
        .toList();
  }

  private static PaperPage.TopicLink link(Topic topic) {
    return new PaperPage.TopicLink(topic.id(), topic.label());
  }

  private static PaperPage.Entry entry(Paper paper, Map<PaperId, String> names) {
    String name = names.get(paper.id());
    return new PaperPage.Entry(
        paper.titleOrId(), name == null ? WebLink.of(paper) : name + ".html", facts(paper));
  }

  private List<PaperPage.OfWork> works(int row, Map<PaperId, String> names) {
    return versions.of(row).stream()
        .map(
            version ->
                new PaperPage.OfWork(
                    entry(found.corpus().paper(version.row()), names), version.why()))
        .toList();
  }

  /// The nearest papers in the order of all pages and tables of the report.
  private List<PaperPage.Related> nearest(int row, Map<PaperId, String> names) {
    NeighborLists lists = found.lists();
    Map<PaperId, List<String>> reasons = reasons(found.corpus().paper(row));
    return IntStream.range(0, Math.min(neighbors, lists.count(row)))
        .mapToObj(
            rank -> {
              int other = lists.neighbor(row, rank);
              Paper paper = found.corpus().paper(other);
              return new PaperPage.Related(
                  rank + 1,
                  entry(paper, names),
                  ScoreText.of(lists.cosine(row, rank)),
                  reasons.getOrDefault(paper.id(), shared(row, other)));
            })
        .toList();
  }

  /// What the model says of the papers that it recommends.
  private Map<PaperId, List<String>> reasons(Paper paper) {
    Answer answer = recommender.recommendOrNothing(snapshot, query(paper), options());
    return answer.results().stream()
        .collect(Collectors.toMap(result -> result.paper().id(), WhyText::of));
  }

  private List<String> shared(int row, int other) {
    int[] shared = words.of(row, other);
    return shared.length == 0
        ? List.of()
        : List.of(
            "words in common: "
                + Arrays.stream(shared).mapToObj(words::name).collect(Collectors.joining(", ")));
  }
}
