package dev.akin.report;

import dev.akin.base.AkinException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.recommend.Recommender;
import dev.akin.report.compare.CompareFiles;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.corpus.CorpusSample;
import dev.akin.report.corpus.GraphNeighbors;
import dev.akin.report.corpus.NeighborGraph;
import dev.akin.report.data.PaperData;
import dev.akin.report.data.PaperOrder;
import dev.akin.report.duplicate.Decisions;
import dev.akin.report.duplicate.DuplicateFiles;
import dev.akin.report.duplicate.NearDuplicates;
import dev.akin.report.duplicate.WorkVersions;
import dev.akin.report.graph.GraphmlFile;
import dev.akin.report.graph.NeighborTable;
import dev.akin.report.graph.VosviewerFiles;
import dev.akin.report.map.KeptNeighbors;
import dev.akin.report.map.MapLayout;
import dev.akin.report.map.MapPlan;
import dev.akin.report.map.PaperMap;
import dev.akin.report.map.Positions;
import dev.akin.report.page.ReportException;
import dev.akin.report.paper.PaperPages;
import dev.akin.report.paper.PapersPage;
import dev.akin.report.topic.CorpusTopics;
import dev.akin.report.topic.PreviousTopics;
import dev.akin.report.topic.TopicFiles;
import dev.akin.report.topic.TopicFinder;
import dev.akin.report.topic.Topics;
import dev.akin.report.topic.TopicsJson;
import dev.akin.report.word.SharedWords;
import dev.akin.vector.AllPairs;
import dev.akin.vector.NeighborLists;
import dev.akin.write.table.Provenance;
import dev.akin.write.table.TableFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An offline report on the papers in one version of the index: neighbors, duplicates, topics and a
/// map, as files that open anywhere.
///
/// The same version of the index and the same options give the same bytes, whatever the locale, the
/// time zone, the number of threads and the folder, except when neighbors are searched
/// approximately.
public final class SimilarityReport {
  private final IndexSnapshot snapshot;
  private final Recommender recommender;
  private final ReportOptions options;
  private final String akin;

  /// @param recommender searches the snapshot's index, for the pages of single papers
  /// @param akin the version of akin
  public SimilarityReport(
      IndexSnapshot snapshot, Recommender recommender, ReportOptions options, String akin) {
    this.snapshot = snapshot;
    this.recommender = recommender;
    this.options = options;
    this.akin = akin;
  }

  /// Makes the report.
  ///
  /// @param folder an existing, empty folder
  /// @param threads number of threads, at least 1
  /// @throws dev.akin.recommend.query.UnknownPaperException if the index lacks a paper that should
  ///   get a page
  /// @throws ReportException if an earlier report cannot be read
  /// @throws UncheckedIOException if the files cannot be written
  public ReportSummary write(Path folder, int threads, ReportListener listener) {
    options.papers().forEach(name -> Recommender.paper(snapshot, name));
    Path earlier = options.previous();
    PreviousTopics before = earlier == null ? null : TopicsJson.read(earlier);
    Path file = options.decisions();
    Decisions decisions = file == null ? Decisions.NONE : Decisions.read(file);
    listener.step("reading papers");
    Corpus corpus = Corpus.of(snapshot, recommender::knows);
    listener.step("comparing papers");
    NeighborLists lists = neighbors(corpus, threads, listener);
    Double recall = recall(corpus, lists, threads, listener);
    listener.step("finding topics");
    CorpusSample sample = sample(corpus, lists, threads, listener);
    CorpusTopics found =
        new CorpusTopics(corpus, lists, TopicFinder.find(corpus, lists, sample, before), before);
    listener.step("finding duplicates");
    NearDuplicates duplicates = NearDuplicates.find(corpus, lists, decisions);
    listener.step("laying out the map");
    NeighborLists tied = sample.listsByRow();
    int[] placed = sample.isWhole() ? corpus.rowsWithVector() : sample.rows();
    Positions positions = MapLayout.of(tied, placed, found.topics());
    Provenance provenance =
        new Provenance(
            akin,
            snapshot.info(),
            corpus.digest(),
            options.entries(before, decisions, recall, sample));
    listener.step("writing files");
    try {
      return write(
          folder,
          new Findings(found, recall, duplicates, decisions, sample, tied, positions),
          provenance);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be written: " + AkinException.reason(e), e);
    }
  }

  /// @param tied the neighbors within the sample, by row
  private record Findings(
      CorpusTopics found,
      @Nullable Double recall,
      NearDuplicates duplicates,
      Decisions decisions,
      CorpusSample sample,
      NeighborLists tied,
      Positions positions) {}

  private ReportSummary write(Path folder, Findings findings, Provenance provenance)
      throws IOException {
    CorpusTopics found = findings.found();
    Corpus corpus = found.corpus();
    Topics topics = found.topics();
    Positions positions = findings.positions();
    try (TableFolder tables = TableFolder.create(folder, provenance)) {
      TopicFiles.write(tables, found);
      DuplicateFiles.write(tables, corpus, findings.duplicates(), findings.decisions());
      NeighborTable neighbors = new NeighborTable(corpus, found.lists());
      if (options.extras().contains(ReportOptions.Extra.NEIGHBORS_CSV)) {
        neighbors.writeWithTitles(tables, options.neighbors());
      } else {
        neighbors.write(tables, options.neighbors());
      }
      Path earlier = options.previous();
      if (earlier != null) {
        CompareFiles.write(tables, found, options.neighbors(), earlier);
      }
    }
    CorpusSample sample = findings.sample();
    MapPlan plan =
        sample.isWhole()
            ? new MapPlan(corpus.size(), topics, positions)
            : MapPlan.ofSample(corpus.size(), topics, positions);
    PaperOrder order = plan.order(corpus.size());
    new PaperMap(corpus, plan, order).write(folder, provenance);
    SharedWords words = SharedWords.of(corpus, order.onMap());
    WorkVersions versions = WorkVersions.of(findings.duplicates());
    PaperData data = new PaperData(found, versions, words, order);
    data.write(folder, options.neighbors(), provenance);
    new PapersPage(data, order, topics).write(folder, options.neighbors(), provenance);
    if (options.extras().contains(ReportOptions.Extra.GRAPHS)) {
      NeighborGraph graph = NeighborGraph.of(findings.tied(), options.neighbors());
      new GraphmlFile(corpus, sample, graph, topics, positions).write(folder, provenance);
      new VosviewerFiles(corpus, graph, topics, positions).write(folder, provenance);
    }
    List<Integer> asked =
        options.papers().stream()
            .map(name -> corpus.rowOf(snapshot.find(name).orElseThrow()))
            .distinct()
            .toList();
    new PaperPages(snapshot, recommender, found, versions, words, options.neighbors())
        .write(folder, asked, provenance);
    ReportSummary summary = summary(findings);
    Overview.write(folder, summary, found, asked, options.extras(), provenance);
    return summary;
  }

  /// Finds at least as many neighbors as topics and map need.
  private NeighborLists neighbors(Corpus corpus, int threads, ReportListener listener) {
    return options.searchesGraph(corpus.size())
        ? new GraphNeighbors(snapshot, corpus, count()).find(threads, listener::progress)
        : new AllPairs(count(), threads)
            .of(corpus.vectors(corpus.rows().toArray()), listener::progress);
  }

  private int count() {
    return Math.max(options.neighbors(), Math.max(TopicFinder.NEIGHBORS, MapLayout.NEIGHBORS));
  }

  private @Nullable Double recall(
      Corpus corpus, NeighborLists lists, int threads, ReportListener listener) {
    if (!options.searchesGraph(corpus.size())) {
      return null;
    }
    listener.step("measuring recall");
    return new GraphNeighbors(snapshot, corpus, options.neighbors()).recall(lists, threads);
  }

  private CorpusSample sample(
      Corpus corpus, NeighborLists lists, int threads, ReportListener listener) {
    int papers = options.limits().mapped();
    return corpus.size() <= papers
        ? CorpusSample.whole(lists)
        : CorpusSample.draw(corpus, papers, new AllPairs(count(), threads), listener::progress);
  }

  private ReportSummary summary(Findings findings) {
    CorpusTopics found = findings.found();
    Corpus corpus = found.corpus();
    return new ReportSummary(
        corpus.size(),
        corpus.size() - corpus.rowsWithVector().length,
        pairs(found.lists()),
        findings.recall(),
        findings.duplicates().counts(),
        found.topics().subjects().size(),
        found.topics().outside(),
        findings.sample().isWhole() ? null : Integer.valueOf(findings.sample().rows().length),
        KeptNeighbors.on(findings.positions(), findings.tied()));
  }

  private long pairs(NeighborLists lists) {
    long pairs = 0;
    for (int row = 0; row < lists.size(); row++) {
      pairs += Math.min(options.neighbors(), lists.count(row));
    }
    return pairs;
  }
}
