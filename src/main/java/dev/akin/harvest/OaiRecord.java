package dev.akin.harvest;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.RecordId;
import dev.akin.read.xml.XmlNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A record of OAI-PMH.
///
/// @param id from the header, which a deleted record has too
/// @param deleted whether the server deleted it
/// @param prefix the form of the metadata, one of [HarvestRequest]
/// @param metadata absent if the record has none, as a deleted one
record OaiRecord(PaperId id, boolean deleted, String prefix, XmlNode.@Nullable Element metadata) {
  /// The elements around the pieces of an answer, for an `XmlCutter`.
  static final List<String> CONTAINERS = List.of("OAI-PMH", "ListRecords");

  /// The elements that are pieces of an answer.
  static final Set<String> PIECES = Set.of("responseDate", "error", "record", "resumptionToken");

  private static final String OF_ARXIV = "oai:arXiv.org:";

  static OaiRecord of(XmlNode.Element record, String prefix) throws BadRecordException {
    XmlNode.Element header = record.child("header");
    if (header == null) {
      throw new BadRecordException("header is missing");
    }
    return new OaiRecord(
        id(header.text("identifier").strip()),
        header.attribute("status").equals("deleted"),
        prefix,
        record.child("metadata"));
  }

  private static PaperId id(String identifier) throws BadRecordException {
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
    return arxiv ? OaiArxiv.paper(id, values) : OaiDublinCore.paper(id, values);
  }
}
