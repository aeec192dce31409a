package dev.akin.read.format.bibtex;

import dev.akin.paper.Paper;
import dev.akin.paper.PlainText;
import dev.akin.paper.PublicationDate;
import dev.akin.read.latex.SpelledAccents;
import dev.akin.read.markup.MarkupText;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.RecordReader;
import dev.akin.read.value.ArxivLink;
import dev.akin.read.value.Keywords;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.PersonNames;
import dev.akin.read.value.Placeholder;
import dev.akin.read.value.RecordId;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a BibTeX file, in which each entry of any type is a paper. Entries that take fields from
/// an entry further down come last.
///
/// @hidden public for its own room only
public final class Bibtex implements RecordReader {
  /// How many entries may wait for an entry that they name and that has not come yet.
  static final int MAX_WAITING = 10_000;

  private final BibtexBlocks blocks;
  private final BibtexParents parents = new BibtexParents();
  private final Queue<Unresolved> waiting = new ArrayDeque<>();
  private final BibtexGrammar grammar = new BibtexGrammar();
  private Line line = Line.NONE;

  public Bibtex(LineReader lines) {
    this.blocks = new BibtexBlocks(lines);
  }

  @Override
  public Line line() {
    return line;
  }

  @Override
  public @Nullable Paper next() throws BadRecordException, IOException {
    for (BibtexBlock block = blocks.next(); block != null; block = blocks.next()) {
      line = block.start();
      switch (block.type()) {
        case "comment", "preamble", "include" -> {} // an include could name any file
        case "string" -> grammar.define(block);
        default -> {
          BibtexFields fields = grammar.fields(block);
          parents.add(block, fields);
          if (!parents.know(fields) && waiting.size() < MAX_WAITING) {
            waiting.add(new Unresolved(line, fields));
          } else if (!BibtexParents.isData(block)) {
            return paper(parents.complete(fields));
          }
        }
      }
    }
    Unresolved next = waiting.poll();
    if (next == null) {
      return null;
    }
    line = next.line();
    return paper(parents.complete(next.fields()));
  }

  private static Paper paper(BibtexFields fields) throws BadRecordException {
    String latex = fields.title();
    String title = Placeholder.withoutTitle(MarkupText.ofLatex(latex));
    String doi = fields.doi();
    List<String> authors = PersonNames.ofBibtex(SpelledAccents.read(fields.latex("author")));
    PublicationDate date = date(fields);
    return new Paper(
            RecordId.ofWork(doi, title, authors, date),
            PlainText.of(latex),
            PlainText.of(fields.latex("abstract")),
            authors,
            date,
            Keywords.of(fields.text("keywords")),
            url(fields, doi),
            doi)
        .withPlain(title, Placeholder.without(fields.text("abstract")))
        .called(fields.keys())
        .published(fields.publication());
  }

  private static @Nullable PublicationDate date(BibtexFields fields) {
    PublicationDate date = LooseDate.of(fields.text("date"));
    return date == null
        ? LooseDate.of(fields.text("year"), fields.text("month"), fields.text("day"))
        : date;
  }

  private static @Nullable String url(BibtexFields fields, @Nullable String doi) {
    String url =
        Stream.of("url", "howpublished")
            .map(fields::link)
            .filter(link -> link.startsWith("http"))
            .findFirst()
            .orElse("");
    return ArxivLink.orElse(
        url, Stream.concat(fields.arxivMentions(), Stream.of("" + doi)).toArray(String[]::new));
  }

  /// An entry that names another one.
  private record Unresolved(Line line, BibtexFields fields) {}
}
