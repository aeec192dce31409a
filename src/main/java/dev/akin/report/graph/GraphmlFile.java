package dev.akin.report.graph;

import dev.akin.paper.Paper;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.corpus.CorpusSample;
import dev.akin.report.corpus.NeighborGraph;
import dev.akin.report.corpus.RowPaper;
import dev.akin.report.map.Positions;
import dev.akin.report.page.Numbers;
import dev.akin.report.topic.Topics;
import dev.akin.write.table.Provenance;
import dev.akin.write.text.WebLink;
import dev.akin.write.text.XmlPrinter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;

/// The graph of neighbors as GraphML (U. Brandes et al., 2002), which Gephi, Cytoscape, igraph and
/// NetworkX read. The papers on the map, and those without text, are nodes; the weight of an edge
/// is its cosine.
///
/// @param sample the papers that are nodes
/// @param graph the edges between them, by row
///
/// @hidden public for its own room only
public record GraphmlFile(
    Corpus corpus, CorpusSample sample, NeighborGraph graph, Topics topics, Positions positions) {
  public static final String NAME = "graph.graphml";

  public void write(Path folder, Provenance provenance) throws IOException {
    try (Writer out = Files.newBufferedWriter(folder.resolve(NAME), StandardCharsets.UTF_8)) {
      XmlPrinter xml = new XmlPrinter(out);
      xml.start("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns");
      key(xml, "provenance", "graph", "string");
      key(xml, "title", "node", "string");
      key(xml, "authors", "node", "string");
      key(xml, "year", "node", "int");
      key(xml, "topic", "node", "int");
      key(xml, "label", "node", "string");
      key(xml, "url", "node", "string");
      key(xml, "x", "node", "double");
      key(xml, "y", "node", "double");
      key(xml, "weight", "edge", "double");
      xml.start("graph", "id", "papers", "edgedefault", "undirected");
      data(xml, "provenance", provenance.line());
      for (RowPaper each : corpus.inOrder(sample.rows())) {
        node(xml, each.row(), each.paper());
      }
      for (int edge = 0; edge < graph.edges(); edge++) {
        xml.start("edge", "source", node(graph.a(edge)), "target", node(graph.b(edge)));
        data(xml, "weight", Numbers.six(graph.cosine(edge)));
        xml.end();
      }
      xml.end();
      xml.end();
      xml.finish();
    } catch (XMLStreamException e) {
      throw new IOException(NAME + ": " + e.getMessage(), e);
    }
  }

  private static void key(XmlPrinter xml, String name, String of, String type)
      throws XMLStreamException {
    xml.element("key", "", "id", name, "for", of, "attr.name", name, "attr.type", type);
  }

  private static void data(XmlPrinter xml, String key, String value) throws XMLStreamException {
    xml.element("data", value, "key", key);
  }

  /// The paper's id cannot be used: it may have characters that XML does not allow in names.
  private static String node(int row) {
    return "n" + row;
  }

  private void node(XmlPrinter xml, int row, Paper paper) throws XMLStreamException {
    xml.start("node", "id", node(row));
    data(xml, "label", paper.id().value());
    data(xml, "title", paper.title());
    if (!paper.authors().isEmpty()) {
      data(xml, "authors", String.join("; ", paper.authors()));
    }
    if (corpus.year(row) > 0) {
      data(xml, "year", Integer.toString(corpus.year(row)));
    }
    if (topics.of(row) >= 0) {
      data(xml, "topic", Integer.toString(topics.list().get(topics.of(row)).id()));
    }
    String url = WebLink.of(paper);
    if (url != null) {
      data(xml, "url", url);
    }
    if (positions.has(row)) {
      data(xml, "x", Numbers.six(positions.x(row)));
      data(xml, "y", Numbers.six(positions.y(row)));
    }
    xml.end();
  }
}
