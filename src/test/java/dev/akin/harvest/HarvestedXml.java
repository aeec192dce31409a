package dev.akin.harvest;

import dev.akin.paper.Paper;
import dev.akin.read.latex.LatexText;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.xml.XmlCutter;
import dev.akin.read.xml.XmlText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The papers in an answer to `ListRecords` that lies in a file.
public final class HarvestedXml {
  private HarvestedXml() {}

  /// The papers of the answer, in Dublin Core.
  public static List<Paper> papers(byte[] xml) throws IOException {
    List<Paper> papers = new ArrayList<>();
    XmlText text = new XmlText();
    try (LineReader lines = new LineReader(new ByteArrayInputStream(xml))) {
      XmlCutter pieces = new XmlCutter(lines, OaiRecord.CONTAINERS, OaiRecord.PIECES);
      for (Line piece = pieces.next(); piece != null; piece = pieces.next()) {
        if (pieces.name().equals("record")) {
          OaiRecord record = OaiRecord.of(text.parse(piece), HarvestRequest.OAI_DC);
          papers.add(LatexText.mixed(record.paper()));
        }
      }
    } catch (BadRecordException e) {
      throw new AssertionError(e);
    }
    return papers;
  }
}
