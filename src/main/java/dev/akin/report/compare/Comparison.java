package dev.akin.report.compare;

import dev.akin.paper.PaperId;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.topic.CorpusTopics;
import dev.akin.report.topic.Topic;
import dev.akin.write.table.TableColumn;
import dev.akin.write.table.TableFiles;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The papers of a report beside those of an earlier one. Both are in the order of ids, so they are
/// read side by side; of what is long, the page's part is kept and the table has the rest.
final class Comparison {
  /// Columns of the table: a row for each paper that is new, gone, or has changed.
  static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.text("id"),
          TableColumn.text("title"),
          TableColumn.text("change"),
          TableColumn.integer("topic"),
          TableColumn.integer("topicBefore"),
          TableColumn.integer("neighborsEntered"),
          TableColumn.integer("newPapersEntered"),
          TableColumn.text("entered"),
          TableColumn.text("left"));

  /// How many papers that are gone, and how many with other neighbors, the page shows.
  static final int SHOWN = 100;

  private final CorpusTopics found;
  private final Corpus corpus;
  private final EarlierReport earlier;

  /// How many neighbors of each paper are compared.
  private final int compared;

  private final BitSet newRows;
  private final List<EarlierPaper> gone = new ArrayList<>();
  private final PriorityQueue<OtherNeighbors> most =
      new PriorityQueue<>(OtherNeighbors.MOST_FIRST.reversed());
  private int before;
  private int countGone;
  private int countOther;

  private Comparison(CorpusTopics found, EarlierReport earlier, int compared) {
    this.found = found;
    this.corpus = found.corpus();
    this.earlier = earlier;
    this.compared = compared;
    this.newRows = new BitSet(corpus.size());
  }

  /// Compares, and writes the table.
  ///
  /// @param neighbors how many neighbors of each paper the report has
  /// @param earlier which has tables
  static Comparison of(CorpusTopics found, int neighbors, EarlierReport earlier, TableFiles table) {
    Comparison made =
        new Comparison(found, earlier, Math.min(neighbors, earlier.neighbors(neighbors)));
    made.findNew();
    made.compare(table);
    return made;
  }

  private void findNew() {
    try (JsonRows papers = JsonRows.open(earlier.papersTable())) {
      for (int row = 0; row < corpus.size(); row++) {
        String id = corpus.id(row).value();
        while (papers.id() != null && PaperId.isBefore(papers.id(), id)) {
          papers.advance();
        }
        newRows.set(row, !id.equals(papers.id()));
      }
    }
  }

  private void compare(TableFiles table) {
    IntFunction<String> titles = corpus.titles();
    try (EarlierPapers papers = EarlierPapers.open(earlier)) {
      for (int row = 0; row < corpus.size(); row++) {
        String id = corpus.id(row).value();
        addGone(papers, id, table);
        EarlierPaper old = papers.peek();
        if (newRows.get(row) || old == null) {
          table.add(id, titles.apply(row), "new", topic(row), null, null, null, null, null);
        } else {
          before++;
          addKept(row, titles.apply(row), old, table);
          papers.advance();
        }
      }
      addGone(papers, null, table);
    }
  }

  /// @param id the paper before which those that are gone stand; absent for the end
  private void addGone(EarlierPapers papers, @Nullable String id, TableFiles table) {
    for (EarlierPaper old = papers.peek();
        old != null && (id == null || PaperId.isBefore(old.id(), id));
        old = papers.peek()) {
      before++;
      countGone++;
      if (gone.size() < SHOWN) {
        gone.add(old);
      }
      table.add(old.id(), old.titleOrId(), "gone", null, topic(old), null, null, null, null);
      papers.advance();
    }
  }

  private void addKept(int row, String title, EarlierPaper old, TableFiles table) {
    List<Integer> rows =
        IntStream.range(0, Math.min(compared, found.lists().count(row)))
            .mapToObj(rank -> found.lists().neighbor(row, rank))
            .toList();
    OtherNeighbors change =
        OtherNeighbors.of(
            row,
            rows,
            rows.stream().map(this::id).toList(),
            old.neighbors().stream().limit(compared).toList(),
            newRows);
    if (change.changes() > 0) {
      countOther++;
      most.add(change);
      if (most.size() > SHOWN) {
        most.poll();
      }
      table.add(
          old.id(),
          title,
          "neighbors",
          topic(row),
          topic(old),
          change.entered().size(),
          change.newPapers(),
          change.entered().stream().map(this::id).collect(Collectors.joining("; ")),
          String.join("; ", change.left()));
    }
  }

  private String id(int row) {
    return corpus.id(row).value();
  }

  private @Nullable Integer topic(int row) {
    int place = found.topics().of(row);
    return place < 0 ? null : Integer.valueOf(found.topics().list().get(place).id());
  }

  private static @Nullable Integer topic(EarlierPaper old) {
    return old.topic() == 0 ? null : Integer.valueOf(old.topic());
  }

  /// How many papers the earlier report has.
  int before() {
    return before;
  }

  /// How many papers are new.
  int countNew() {
    return newRows.cardinality();
  }

  /// How many papers of a topic are new.
  int countNew(Topic topic) {
    return (int) topic.papers().stream().filter(newRows::get).count();
  }

  /// The rows of new papers: those of the largest topic first, those without a topic last.
  List<Integer> newRows(int count) {
    int last = found.topics().list().size();
    return newRows.stream()
        .boxed()
        .sorted(
            Comparator.comparingInt(
                    (Integer row) -> found.topics().of(row) < 0 ? last : found.topics().of(row))
                .thenComparingInt(row -> row))
        .limit(count)
        .toList();
  }

  /// How many papers of the earlier report are gone.
  int countGone() {
    return countGone;
  }

  /// The first of these.
  List<EarlierPaper> gone() {
    return List.copyOf(gone);
  }

  /// How many papers of both reports have other neighbors.
  int countOther() {
    return countOther;
  }

  /// Those of them with the most changes, most first.
  List<OtherNeighbors> most() {
    return most.stream().sorted(OtherNeighbors.MOST_FIRST).toList();
  }

  /// How many neighbors of each paper were compared.
  int compared() {
    return compared;
  }
}
