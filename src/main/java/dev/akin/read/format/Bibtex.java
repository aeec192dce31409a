package dev.akin.read.format;

import dev.akin.paper.Paper;
import dev.akin.paper.PlainText;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.RecordReader;
import dev.akin.read.value.ArxivLink;
import dev.akin.read.value.Doi;
import dev.akin.read.value.Keywords;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.PersonNames;
import dev.akin.read.value.RecordId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads a BibTeX file, in which each entry of any type is a paper.
///
/// @hidden public for its own room only
public final class Bibtex implements RecordReader {
  private final BibtexBlocks blocks;
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
          return paper(block, grammar.fields(block));
        }
      }
    }
    return null;
  }

  private static Paper paper(BibtexBlock block, BibtexFields fields) throws BadRecordException {
    String title = fields.required("title");
    String doi = Doi.ofField(fields.link("doi"));
    return new Paper(
        RecordId.ofReference(block.key(), doi, title),
        PlainText.of(fields.latex("title")),
        PlainText.of(fields.latex("abstract")),
        PersonNames.ofBibtex(fields.latex("author")),
        date(fields),
        Keywords.of(fields.text("keywords")),
        ArxivLink.orElse(fields.link("url"), eprint(fields), fields.text("journal"), "" + doi),
        doi);
  }

  private static @Nullable PublicationDate date(BibtexFields fields) {
    PublicationDate date = LooseDate.of(fields.text("date"));
    return date == null
        ? LooseDate.of(fields.text("year"), fields.text("month"), fields.text("day"))
        : date;
  }

  private static String eprint(BibtexFields fields) {
    String archive = fields.text("archiveprefix") + fields.text("eprinttype");
    boolean arxiv = archive.isEmpty() || archive.equalsIgnoreCase("arxiv");
    return arxiv ? "arXiv:" + fields.link("eprint") : "";
  }
}
