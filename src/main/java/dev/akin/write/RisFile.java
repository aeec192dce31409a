package dev.akin.write;

import dev.akin.paper.Paper;
import dev.akin.paper.PlainText;
import dev.akin.paper.PublicationDate;
import org.jspecify.annotations.Nullable;

/// A list of papers as RIS: a record for each paper. A line is a tag and a value and ends with CR
/// LF.
///
/// Each record has the type `JOUR`. Where a paper appeared is not known, and of the types that
/// reference managers know this one has fields for everything that is known.
final class RisFile {
  private static final String END = "\r\n";

  private final StringBuilder text = new StringBuilder();

  private RisFile() {}

  static String of(PaperList list) {
    RisFile file = new RisFile();
    list.papers().forEach(listed -> file.add(listed.paper()));
    return file.text.toString();
  }

  private void add(Paper paper) {
    text.append("TY  - JOUR").append(END);
    line("ID", paper.id().value());
    line("TI", paper.title());
    paper.authors().forEach(name -> lineIfThere("AU", RisName.of(PlainText.of(name))));
    if (paper.date() != null) {
      add(paper.date());
    }
    lineIfThere("AB", paper.abstractText());
    paper.categories().forEach(category -> lineIfThere("KW", category));
    lineIfThere("UR", WebLink.of(paper));
    lineIfThere("DO", paper.doi());
    text.append("ER  - ").append(END);
  }

  private void add(PublicationDate date) {
    line("PY", Integer.toString(date.year()));
    if (date.month() > 0) {
      // Year, month, day, anything else
      line("DA", date.toString().replace('-', '/') + (date.day() > 0 ? "/" : "//"));
    }
  }

  private void lineIfThere(String tag, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      line(tag, value);
    }
  }

  private void line(String tag, String value) {
    text.append(tag).append("  - ").append(PlainText.of(value)).append(END);
  }
}
