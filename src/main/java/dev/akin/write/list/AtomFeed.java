package dev.akin.write.list;

import dev.akin.paper.Paper;
import dev.akin.paper.PublicationDate;
import dev.akin.write.text.WebLink;
import dev.akin.write.text.XmlPrinter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// A list of papers as an Atom feed (RFC 4287).
///
/// Ids are UUIDs made from names (RFC 9562, version 3): from the list's address for a feed, from
/// the paper's id for an entry. They are the same in every commit and on every host, so a feed
/// reader shows a paper as new only once, even if it is in several feeds. An entry has the date of
/// its paper, or the date of the commit if the paper has none.
final class AtomFeed {
  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

  private final StringWriter text = new StringWriter();
  private final XmlPrinter xml;
  private final PaperList list;

  private AtomFeed(PaperList list) throws XMLStreamException {
    this.list = list;
    this.xml = new XmlPrinter(text);
  }

  static String of(PaperList list) {
    try {
      return new AtomFeed(list).write();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed cannot be written to memory", e);
    }
  }

  private String write() throws XMLStreamException {
    xml.start("feed", "xmlns", NAMESPACE);
    xml.element("id", urn("feed", Objects.requireNonNullElse(list.self(), list.title())));
    xml.element("title", list.title(), "type", "text");
    xml.element("updated", time(list.updated()));
    author("akin"); // an entry's author, where its paper names none
    link("self", list.self());
    for (ListedPaper listed : list.papers()) {
      entry(listed.paper());
    }
    xml.end();
    xml.finish();
    return text.toString();
  }

  private void entry(Paper paper) throws XMLStreamException {
    xml.start("entry");
    xml.element("id", urn("paper", paper.id().value()));
    xml.element("title", paper.title(), "type", "text");
    dates(paper.date());
    for (String name : said(paper.authors())) {
      author(name);
    }
    for (String category : said(paper.categories())) {
      xml.element("category", "", "term", category);
    }
    String link = WebLink.orDoi(paper);
    link("alternate", link);
    // An entry that leads nowhere has to have a content.
    xml.element(link == null ? "content" : "summary", paper.abstractText(), "type", "text");
    xml.end();
  }

  private void dates(@Nullable PublicationDate date) throws XMLStreamException {
    if (date == null) {
      xml.element("updated", time(list.updated()));
    } else {
      String day = time(date.earliest().atStartOfDay().toInstant(ZoneOffset.UTC));
      xml.element("updated", day);
      xml.element("published", day);
    }
  }

  private void author(String name) throws XMLStreamException {
    xml.start("author");
    xml.element("name", name);
    xml.end();
  }

  private void link(String relation, @Nullable String address) throws XMLStreamException {
    if (address != null) {
      xml.element("link", "", "rel", relation, "href", address);
    }
  }

  private static List<String> said(List<String> values) {
    return values.stream().filter(value -> !value.isBlank()).toList();
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String urn(String kind, String name) {
    byte[] bytes = ("akin:" + kind + ":" + name).getBytes(StandardCharsets.UTF_8);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(bytes);
  }
}
