package dev.akin.report.graph;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.akin.paper.Paper;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.corpus.NeighborGraph;
import dev.akin.report.corpus.RowPaper;
import dev.akin.report.map.Positions;
import dev.akin.report.page.Html;
import dev.akin.report.page.Numbers;
import dev.akin.report.topic.Topics;
import dev.akin.write.table.Provenance;
import dev.akin.write.text.WebLink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The map and the graph for VOSviewer: a map file with a line for each paper on the map and a
/// network file with a line for each edge, both with tabs. Papers are numbered from 1. The
/// description of a paper names what the map was made from; the network file has no place for that.
///
/// @hidden public for its own room only
public record VosviewerFiles(
    Corpus corpus, NeighborGraph graph, Topics topics, Positions positions) {
  public static final String MAP = "vosviewer-map.txt";
  public static final String NETWORK = "vosviewer-network.txt";

  public void write(Path folder, Provenance provenance) throws IOException {
    writeMap(folder.resolve(MAP), provenance);
    try (CsvWriter network = table(folder.resolve(NETWORK))) {
      for (int edge = 0; edge < graph.edges(); edge++) {
        network.writeRecord(
            Integer.toString(graph.a(edge) + 1),
            Integer.toString(graph.b(edge) + 1),
            Numbers.six(Math.max(0, graph.cosine(edge))));
      }
    }
  }

  private static CsvWriter table(Path file) throws IOException {
    return CsvWriter.builder()
        .fieldSeparator('\t')
        .lineDelimiter(LineDelimiter.LF)
        .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
  }

  private void writeMap(Path file, Provenance provenance) throws IOException {
    int[] links = new int[corpus.size()];
    double[] strengths = new double[corpus.size()];
    for (int edge = 0; edge < graph.edges(); edge++) {
      for (int end : new int[] {graph.a(edge), graph.b(edge)}) {
        links[end]++;
        strengths[end] += Math.max(0, graph.cosine(edge));
      }
    }
    boolean dated = corpus.rows().allMatch(row -> !positions.has(row) || corpus.year(row) > 0);
    try (CsvWriter map = table(file)) {
      List<String> header =
          new ArrayList<>(
              List.of(
                  "id",
                  "label",
                  "description",
                  "url",
                  "x",
                  "y",
                  "cluster",
                  "weight<Links>",
                  "weight<Total link strength>"));
      if (dated) {
        header.add("score<Year>");
      }
      map.writeRecord(header);
      for (RowPaper each : corpus.inOrder(corpus.rows().filter(positions::has).toArray())) {
        int row = each.row();
        Paper paper = each.paper();
        String url = WebLink.of(paper);
        List<String> line =
            new ArrayList<>(
                List.of(
                    Integer.toString(row + 1),
                    paper.titleOrId(),
                    description(paper, provenance),
                    url == null ? "" : url,
                    Numbers.six(2 * positions.x(row) - 1),
                    Numbers.six(1 - 2 * positions.y(row)),
                    topics.of(row) < 0 ? "" : Integer.toString(topics.of(row) + 1),
                    Integer.toString(links[row]),
                    Numbers.six(strengths[row])));
        if (dated) {
          line.add(Integer.toString(corpus.year(row)));
        }
        map.writeRecord(line);
      }
    }
  }

  /// VOSviewer shows descriptions as HTML.
  private static String description(Paper paper, Provenance provenance) {
    return Html.escaped(String.join("; ", paper.authors()))
        + "<br>"
        + Html.escaped(paper.id() + " · " + provenance.shortLine());
  }
}
