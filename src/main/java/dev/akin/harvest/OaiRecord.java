package dev.akin.harvest;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.RecordId;
import dev.akin.read.xml.XmlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record of OAI-PMH.
///
/// @param id from the header, which a deleted record has too
/// @param deleted whether the server deleted it
/// @param sets the names that the server's sets have in requests
/// @param prefix the form of the metadata, one of [HarvestRequest]
/// @param metadata absent if the record has none, as a deleted one
record OaiRecord(
    PaperId id,
    boolean deleted,
    List<String> sets,
    String prefix,
    XmlNode.@Nullable Element metadata) {
  private static final String OF_ARXIV = "oai:arXiv.org:";

  static OaiRecord of(XmlNode.Element record, String prefix) throws BadRecordException {
    XmlNode.Element header = record.child("header");
    if (header == null) {
      throw new BadRecordException("header is missing");
    }
    return new OaiRecord(
        idOf(header),
        isDeleted(header),
        header
            .children("setSpec")
            .map(set -> set.text().strip())
            .filter(set -> !set.isEmpty())
            .distinct()
            .toList(),
        prefix,
        record.child("metadata"));
  }

  static boolean isDeleted(XmlNode.Element header) {
    return header.attribute("status").equals("deleted");
  }

  static PaperId idOf(XmlNode.Element header) throws BadRecordException {
    String identifier = header.text("identifier").strip();
    boolean arxiv = identifier.startsWith(OF_ARXIV);
    return RecordId.of(arxiv ? identifier.substring(OF_ARXIV.length()) : identifier);
  }

  Paper paper() throws BadRecordException {
    boolean arxiv = prefix.equals(HarvestRequest.ARXIV);
    String shape = arxiv ? "arXiv" : "dc";
    XmlNode.Element values = metadata == null ? null : metadata.child(shape);
    if (values == null) {
      throw new BadRecordException("metadata in the form " + shape + " is missing");
    }
    Paper paper = arxiv ? OaiArxiv.paper(id, values) : OaiDublinCore.paper(id, values);
    return paper.held(paper.holding().in(sets));
  }
}
