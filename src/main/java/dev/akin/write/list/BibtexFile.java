package dev.akin.write.list;

import dev.akin.paper.Paper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXFormatter;

/// A list of papers as BibTeX: an entry for each paper, in UTF-8.
final class BibtexFile {
  private BibtexFile() {}

  static String of(PaperList list) {
    List<Paper> papers = list.papers().stream().map(ListedPaper::paper).toList();
    CitationKeys keys = CitationKeys.of(papers);
    BibTeXDatabase file = new BibTeXDatabase();
    papers.forEach(paper -> file.addObject(BibtexEntry.of(paper, keys)));
    return text(file);
  }

  private static String text(BibTeXDatabase file) {
    StringWriter text = new StringWriter();
    BibTeXFormatter formatter = new BibTeXFormatter();
    formatter.setIndent("  ");
    try {
      formatter.format(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("BibTeX cannot be written to memory", e);
    }
    return text + "\n";
  }
}
