package dev.akin.write.list;

import dev.akin.paper.Paper;
import dev.akin.paper.PersonName;
import dev.akin.paper.PlainText;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.write.text.WebLink;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Papers as CSL-JSON, the format of citation processors and of Zotero: an array with an item on
/// each line.
final class CslFile {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// The types of works whose number is not that of an issue.
  private static final Set<String> NUMBERED = Set.of("report", "patent", "standard", "legislation");

  /// The type of a work of which the type is not known.
  private static final String UNKNOWN_TYPE = "document";

  private CslFile() {}

  static String of(PaperList list) {
    return list.papers().stream()
        .map(listed -> item(listed.paper()).toString())
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  /// A paper as an item.
  static ObjectNode item(Paper paper) {
    ObjectNode item = NODES.objectNode();
    Publication publication = paper.publication();
    item.put("id", paper.id().value());
    item.put("type", type(publication));
    item.put("title", paper.title());
    paper.authors().stream()
        .map(PlainText::of)
        .filter(name -> !name.isEmpty())
        .forEach(name -> item.withArray("author").add(name(name)));
    if (paper.date() != null) {
      item.set("issued", date(paper.date()));
    }
    put(item, "container-title", publication.container());
    put(item, "volume", publication.volume());
    put(item, NUMBERED.contains(publication.type()) ? "number" : "issue", publication.number());
    put(item, "page", publication.pages());
    put(item, "publisher", publication.publisher());
    put(item, "ISBN", publication.isbn());
    put(item, "ISSN", publication.issn());
    put(item, "abstract", paper.abstractText());
    put(item, "keyword", KeywordText.of(paper.categories()));
    put(item, "URL", WebLink.of(paper));
    put(item, "DOI", paper.doi());
    put(item, "language", paper.language());
    put(item, "citation-key", CitationKeys.inSource(paper).findFirst().orElse(""));
    return item;
  }

  private static String type(Publication publication) {
    if (!publication.type().isEmpty()) {
      return publication.type();
    }
    return publication.container().isEmpty() ? UNKNOWN_TYPE : CitedType.of(publication).csl();
  }

  private static ObjectNode name(String name) {
    PersonName parts = PersonName.of(name);
    ObjectNode node = NODES.objectNode();
    if (parts.whole()) {
      return node.put("literal", name);
    }
    node.put("family", parts.family()).put("given", parts.given());
    put(node, "suffix", parts.suffix());
    return node;
  }

  private static ObjectNode date(PublicationDate date) {
    ObjectNode issued = NODES.objectNode();
    var parts = issued.putArray("date-parts").addArray().add(date.year());
    if (date.month() > 0) {
      parts.add(date.month());
    }
    if (date.day() > 0) {
      parts.add(date.day());
    }
    return issued;
  }

  private static void put(ObjectNode item, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      item.put(key, value);
    }
  }
}
