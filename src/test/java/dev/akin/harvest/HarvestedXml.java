package dev.akin.harvest;

import dev.akin.paper.Paper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/// The papers in an answer to `ListRecords` that lies in a file.
public final class HarvestedXml {
  private HarvestedXml() {}

  /// The papers of the answer, in Dublin Core.
  public static List<Paper> papers(byte[] xml) throws IOException {
    OaiPage page =
        OaiPage.read(
            URI.create("http://x.example/oai"),
            HarvestRequest.OAI_DC,
            new ByteArrayInputStream(xml));
    if (!page.problems().isEmpty()) {
      throw new AssertionError(page.problems());
    }
    return page.page().papers().stream().map(HarvestedPaper::paper).toList();
  }
}
