package dev.akin.write.list;

import dev.akin.paper.Paper;
import dev.akin.paper.PlainText;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.write.text.WebLink;
import org.jspecify.annotations.Nullable;

/// A list of papers as RIS: a record for each paper. A line is a tag and a value and ends with CR
/// LF.
///
/// A record has the type `GEN` if it is not known where the paper was published. A type that RIS
/// does not have is kept in `M3`.
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
    line("TY", CitedType.of(paper.publication()).ris());
    line("ID", paper.id().value());
    paper.names().forEach(name -> line("LB", name));
    line("TI", paper.title());
    paper.authors().forEach(name -> lineIfThere("AU", RisName.of(PlainText.of(name))));
    if (paper.date() != null) {
      add(paper.date());
    }
    add(paper.publication());
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

  private void add(Publication publication) {
    String[] pages = publication.pages().split("-", -1);
    boolean range = pages.length == 2;
    lineIfThere("T2", publication.container());
    lineIfThere("VL", publication.volume());
    lineIfThere("IS", publication.number());
    lineIfThere("SP", range ? pages[0] : publication.pages());
    lineIfThere("EP", range ? pages[1] : "");
    lineIfThere("PB", publication.publisher());
    lineIfThere("SN", publication.isbn());
    lineIfThere("SN", publication.issn());
    if (CitedType.of(publication) == CitedType.OTHER) {
      lineIfThere("M3", publication.type());
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
