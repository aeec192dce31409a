package dev.akin.harvest;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.read.record.Refusal;
import dev.akin.read.xml.XmlNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A record of OAI-PMH. Its id comes of the header alone, so that a deleted one has it, too.
record OaiRecord(PaperId id, boolean deleted, String prefix, XmlNode.@Nullable Element metadata) {
  /// What an answer is made of, for an `XmlCutter`.
  static final List<String> CONTAINERS = List.of("OAI-PMH", "ListRecords");

  static final Set<String> PIECES = Set.of("responseDate", "error", "record", "resumptionToken");

  private static final String OF_ARXIV = "oai:arXiv.org:";

  static OaiRecord of(XmlNode.Element record, String prefix) throws Refusal {
    XmlNode.Element header = record.child("header");
    if (header == null) {
      throw new Refusal("header is missing");
    }
    return new OaiRecord(
        id(header.text("identifier").strip()),
        header.attribute("status").equals("deleted"),
        prefix,
        record.child("metadata"));
  }

  private static PaperId id(String identifier) throws Refusal {
    boolean arxiv = identifier.startsWith(OF_ARXIV);
    try {
      return new PaperId(arxiv ? identifier.substring(OF_ARXIV.length()) : identifier);
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  Paper paper() throws Refusal {
    boolean arxiv = prefix.equals(HarvestRequest.ARXIV);
    String shape = arxiv ? "arXiv" : "dc";
    XmlNode.Element values = metadata == null ? null : metadata.child(shape);
    if (values == null) {
      throw new Refusal("metadata of the form " + shape + " are missing");
    }
    return arxiv ? OaiArxiv.paper(id, values) : OaiDublinCore.paper(id, values);
  }
}
