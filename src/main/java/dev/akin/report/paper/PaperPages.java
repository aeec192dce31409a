package dev.akin.report.paper;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Weighted;
import dev.akin.report.duplicate.EvidenceWords;
import dev.akin.report.duplicate.NearDuplicates;
import dev.akin.report.page.ReportPages;
import dev.akin.report.topic.CorpusTopics;
import dev.akin.report.topic.Topic;
import dev.akin.write.table.Provenance;
import dev.akin.write.text.Messages;
import dev.akin.write.text.NothingFound;
import dev.akin.write.text.ScoreText;
import dev.akin.write.text.WebLink;
import dev.akin.write.text.WhyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Pages of single papers, as HTML and as Markdown: the related papers and why they are related,
/// the topic, and other papers of the same work.
///
/// @hidden public for its own room only
public final class PaperPages {
  /// The folder in the report.
  public static final String FOLDER = "papers";

  private final IndexSnapshot snapshot;
  private final Recommender recommender;
  private final CorpusTopics found;
  private final NearDuplicates duplicates;
  private final int neighbors;
  private final ReportPages templates = new ReportPages();

  /// @param neighbors maximum number of related papers on a page
  public PaperPages(
      IndexSnapshot snapshot,
      Recommender recommender,
      CorpusTopics found,
      NearDuplicates duplicates,
      int neighbors) {
    this.snapshot = snapshot;
    this.recommender = recommender;
    this.found = found;
    this.duplicates = duplicates;
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
    Answer answer = recommender.recommendOrNothing(snapshot, query(paper), options());
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
        answer.results().stream().map(result -> related(result, names)).toList(),
        answer.results().isEmpty() ? null : ScoreText.explain(answer, Messages.ENGLISH),
        answer.results().isEmpty() ? NothingFound.reason(answer, Messages.ENGLISH) : null);
  }

  private static Query query(Paper paper) {
    return new Query(List.of(Weighted.of(new Example.LikePaper(paper.id().value()))), List.of());
  }

  private RecommendOptions options() {
    return RecommendOptions.DEFAULT
        .withMethod(NearestOptions.Method.EXACT)
        .withLimit(neighbors)
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
    List<PaperPage.OfWork> works = new ArrayList<>();
    for (NearDuplicates.Work work : duplicates.works()) {
      for (NearDuplicates.Pair pair : work.pairs()) {
        add(works, row, pair, names, "");
      }
      for (NearDuplicates.Pair pair : work.errata()) {
        add(
            works,
            row,
            pair,
            names,
            row == pair.one() ? "corrected by this paper · " : "erratum · ");
      }
    }
    return works;
  }

  private void add(
      List<PaperPage.OfWork> works,
      int row,
      NearDuplicates.Pair pair,
      Map<PaperId, String> names,
      String kind) {
    if (pair.one() == row || pair.other() == row) {
      int other = pair.one() == row ? pair.other() : pair.one();
      works.add(
          new PaperPage.OfWork(
              entry(found.corpus().paper(other), names), kind + EvidenceWords.of(pair.evidence())));
    }
  }

  private static PaperPage.Related related(Recommendation result, Map<PaperId, String> names) {
    return new PaperPage.Related(
        result.rank(),
        entry(result.paper(), names),
        ScoreText.of(result.score()),
        WhyText.of(result));
  }
}
