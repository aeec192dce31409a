package dev.akin.harvest;

import dev.akin.paper.Doi;
import dev.akin.paper.Holding;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.read.markup.MarkupText;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.ArxivAuthors;
import dev.akin.read.value.LooseDate;
import dev.akin.read.xml.XmlNode;
import java.util.List;
import java.util.stream.Stream;

/// Reads a paper from arXiv's own metadata in a record of OAI-PMH. Everyone may read all papers of
/// arXiv.
final class OaiArxiv {
  private OaiArxiv() {}

  static Paper paper(PaperId id, XmlNode.Element values) throws BadRecordException {
    if (values.child("title") == null) {
      throw new BadRecordException("title is missing");
    }
    Paper paper =
        new Paper(
            id,
            plain(values, "title"),
            plain(values, "abstract"),
            authors(values),
            LooseDate.of(plain(values, "created")),
            words(values, "categories").toList(),
            "https://arxiv.org/abs/" + id,
            Doi.ofField(words(values, "doi").findFirst().orElse("")));
    return paper.held(Holding.UNKNOWN.open(true));
  }

  private static List<String> authors(XmlNode.Element values) {
    return values
        .children("authors")
        .flatMap(authors -> authors.children("author"))
        .map(
            author ->
                ArxivAuthors.join(
                    Stream.of("keyname", "forenames", "suffix")
                        .map(part -> plain(author, part))
                        .toList()))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static Stream<String> words(XmlNode.Element values, String child) {
    return Stream.of(plain(values, child).split(" ")).filter(word -> !word.isEmpty());
  }

  private static String plain(XmlNode.Element values, String child) {
    return MarkupText.of(values.text(child));
  }
}
