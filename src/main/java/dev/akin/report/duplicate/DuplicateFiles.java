package dev.akin.report.duplicate;

import dev.akin.base.AkinException;
import dev.akin.base.Printable;
import dev.akin.paper.Paper;
import dev.akin.paper.PublicationDate;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.page.ReportPages;
import dev.akin.work.Evidence;
import dev.akin.write.WebLink;
import dev.akin.write.table.Provenance;
import dev.akin.write.table.TableColumn;
import dev.akin.write.table.TableFiles;
import dev.akin.write.table.TableFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The works with several papers as a page, `duplicates.html`, and as a table, `duplicates.*`, with
/// a row for each pair of papers.
///
/// @hidden public for its own room only
public final class DuplicateFiles {
  /// How good the rule is; src/docs/reports.md says the same.
  static final String QUALITY =
      "On 194 labeled pairs of ACL papers that were not used to choose most of the thresholds, 37"
          + " of the 46 pairs found are the same work (precision 80 %), and 37 of the 43 pairs that"
          + " are the same work were found (recall 86 %; measured on 2026-11-21).";

  private static final int MAX_WORKS = 3000;
  private static final int MAX_PAPERS = 50;
  private static final int MAX_AUTHORS = 6;

  private static final List<TableColumn> COLUMNS =
      List.of(
          TableColumn.integer("work"),
          TableColumn.text("kind"),
          TableColumn.text("id"),
          TableColumn.text("title"),
          TableColumn.text("authors"),
          TableColumn.integer("year"),
          TableColumn.text("url"),
          TableColumn.text("doi"),
          TableColumn.text("other"),
          TableColumn.text("otherTitle"),
          TableColumn.text("otherAuthors"),
          TableColumn.integer("otherYear"),
          TableColumn.text("otherUrl"),
          TableColumn.text("otherDoi"),
          TableColumn.number("cosine"),
          TableColumn.text("equalTitles"),
          TableColumn.integer("longestRun"),
          TableColumn.number("sharedSequences"),
          TableColumn.integer("sharedAuthors"),
          TableColumn.integer("fewerAuthors"),
          TableColumn.text("sharedIds"));

  /// A work on the page.
  ///
  /// @param papers the papers that are shown
  /// @param more how many papers are not shown; absent if none
  record WorkView(List<MemberView> papers, @Nullable Integer more) {}

  /// A paper of a work on the page.
  ///
  /// @param facts authors, year and id
  /// @param note what kind of paper it is; absent if it is an ordinary one
  /// @param evidence why it belongs to this work; absent for the first paper
  record MemberView(
      String title,
      @Nullable String link,
      List<String> facts,
      @Nullable String note,
      @Nullable String evidence) {}

  private final Corpus corpus;
  private final NearDuplicates duplicates;

  private DuplicateFiles(Corpus corpus, NearDuplicates duplicates) {
    this.corpus = corpus;
    this.duplicates = duplicates;
  }

  /// Writes the files.
  ///
  /// @throws UncheckedIOException if they cannot be written
  public static void write(TableFolder tables, Corpus corpus, NearDuplicates duplicates) {
    DuplicateFiles files = new DuplicateFiles(corpus, duplicates);
    files.writeTable(tables);
    Path page = tables.path().resolve("duplicates.html");
    try {
      Files.writeString(page, files.page(tables.provenance()), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(page + ": cannot be written: " + AkinException.reason(e), e);
    }
  }

  private void writeTable(TableFolder tables) {
    try (TableFiles table = tables.sheet("duplicates", COLUMNS)) {
      int number = 0;
      for (NearDuplicates.Work work : duplicates.works()) {
        number++;
        for (NearDuplicates.Pair pair : work.pairs()) {
          addRow(table, number, "same", pair);
        }
        for (NearDuplicates.Pair pair : work.errata()) {
          addRow(table, number, "erratum", pair);
        }
      }
    }
  }

  private void addRow(TableFiles table, int work, String kind, NearDuplicates.Pair pair) {
    Evidence evidence = pair.evidence();
    Paper one = corpus.paper(pair.one());
    Paper other = corpus.paper(pair.other());
    table.add(
        work,
        kind,
        one.id().value(),
        one.title(),
        String.join("; ", one.authors()),
        year(one),
        one.url(),
        one.doi(),
        other.id().value(),
        other.title(),
        String.join("; ", other.authors()),
        year(other),
        other.url(),
        other.doi(),
        evidence.cosine(),
        Boolean.toString(evidence.equalTitles()),
        evidence.longestRun(),
        evidence.sharedSequences(),
        evidence.sharedAuthors().size(),
        evidence.fewerAuthors(),
        String.join("; ", evidence.sharedNames()));
  }

  private static @Nullable Integer year(Paper paper) {
    return paper.date() == null ? null : Integer.valueOf(paper.date().year());
  }

  private String page(Provenance provenance) {
    List<NearDuplicates.Work> works = duplicates.works();
    int cut = Math.max(0, works.size() - MAX_WORKS);
    return new ReportPages()
        .fill(
            "duplicates.mustache",
            Map.of(
                "title",
                "Duplicates",
                "root",
                "",
                "provenance",
                provenance,
                "count",
                count(works),
                "quality",
                QUALITY,
                "works",
                works.stream().limit(MAX_WORKS).map(this::view).toList(),
                "cut",
                cut == 0 ? List.of() : List.of(Printable.count(cut, "more work"))));
  }

  private static String count(List<NearDuplicates.Work> works) {
    int papers = works.stream().mapToInt(work -> work.papers().size()).sum();
    int errata = works.stream().mapToInt(work -> work.errata().size()).sum();
    return works.isEmpty()
        ? "No duplicates found."
        : "%s of %s, %s."
            .formatted(
                Printable.count(papers, "paper"),
                Printable.count(works.size(), "work"),
                Printable.count(errata, "erratum", "errata"));
  }

  private WorkView view(NearDuplicates.Work work) {
    // The reason for a paper is its most certain pair with a paper before it, if there is one.
    Map<Integer, Integer> places = places(work.papers());
    Map<Integer, NearDuplicates.Pair> reasons =
        work.pairs().stream()
            .collect(
                Collectors.toMap(
                    pair -> later(places, pair), Function.identity(), (first, next) -> first));
    List<MemberView> views =
        Stream.concat(
                work.papers().stream().map(row -> view(row, null, reasons.get(row))),
                work.errata().stream().map(pair -> view(pair.one(), "erratum", pair)))
            .toList();
    return new WorkView(
        views.stream().limit(MAX_PAPERS).toList(),
        views.size() > MAX_PAPERS ? Integer.valueOf(views.size() - MAX_PAPERS) : null);
  }

  private static Map<Integer, Integer> places(List<Integer> rows) {
    return IntStream.range(0, rows.size())
        .boxed()
        .collect(Collectors.toMap(rows::get, place -> place));
  }

  private static int later(Map<Integer, Integer> places, NearDuplicates.Pair pair) {
    int one = Objects.requireNonNull(places.get(pair.one()));
    int other = Objects.requireNonNull(places.get(pair.other()));
    return one > other ? pair.one() : pair.other();
  }

  private MemberView view(int row, @Nullable String note, NearDuplicates.@Nullable Pair reason) {
    Paper paper = corpus.paper(row);
    return new MemberView(
        paper.titleOrId(),
        WebLink.of(paper),
        facts(paper),
        note,
        reason == null ? null : EvidenceWords.of(reason.evidence()));
  }

  private static List<String> facts(Paper paper) {
    PublicationDate date = paper.date();
    List<String> authors = paper.authors();
    String more =
        authors.size() > MAX_AUTHORS ? " and " + (authors.size() - MAX_AUTHORS) + " more" : "";
    return Stream.of(
            authors.stream().limit(MAX_AUTHORS).collect(Collectors.joining(", ")) + more,
            date == null ? "" : Integer.toString(date.year()),
            paper.id().value())
        .filter(fact -> !fact.isEmpty())
        .toList();
  }
}
