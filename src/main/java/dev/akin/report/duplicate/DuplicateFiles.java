package dev.akin.report.duplicate;

import dev.akin.base.AkinException;
import dev.akin.paper.Paper;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.duplicate.Decisions.Decision;
import dev.akin.work.Evidence;
import dev.akin.write.table.TableColumn;
import dev.akin.write.table.TableFiles;
import dev.akin.write.table.TableFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The works with several papers as a page, `duplicates.html`, and as a table, `duplicates.*`, with
/// a row for each pair of papers.
///
/// @hidden public for its own room only
public final class DuplicateFiles {
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
          TableColumn.text("sharedIds"),
          TableColumn.text("decision"),
          TableColumn.text("kept"));

  private final Corpus corpus;
  private final NearDuplicates duplicates;

  private final Decisions decisions;

  private DuplicateFiles(Corpus corpus, NearDuplicates duplicates, Decisions decisions) {
    this.corpus = corpus;
    this.duplicates = duplicates;
    this.decisions = decisions;
  }

  /// Writes the files.
  ///
  /// @param decisions about pairs, of an earlier report
  /// @throws UncheckedIOException if they cannot be written
  public static void write(
      TableFolder tables, Corpus corpus, NearDuplicates duplicates, Decisions decisions) {
    DuplicateFiles files = new DuplicateFiles(corpus, duplicates, decisions);
    files.writeTable(tables);
    Path page = tables.path().resolve("duplicates.html");
    try {
      Files.writeString(
          page,
          new DuplicatePage(corpus, duplicates, decisions).html(tables.provenance()),
          StandardCharsets.UTF_8);
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
    Decision decision = decisions.of(one.id().value(), other.id().value());
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
        String.join("; ", evidence.sharedNames()),
        decision == null ? null : decision.kind().label(),
        decision == null || decision.kind() != Decisions.Kind.MERGE ? null : decision.id());
  }

  private static @Nullable Integer year(Paper paper) {
    return paper.date() == null ? null : Integer.valueOf(paper.date().year());
  }
}
