package dev.akin.report.data;

import dev.akin.base.Resources;
import dev.akin.paper.Paper;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.corpus.RowPaper;
import dev.akin.report.duplicate.WorkVersions;
import dev.akin.report.topic.CorpusTopics;
import dev.akin.report.topic.Topic;
import dev.akin.report.word.SharedWords;
import dev.akin.vector.NeighborLists;
import dev.akin.write.table.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.JsonGenerator;

/// Writes what pages know of every paper. `titles-0.js` and so on have what a list shows: ids,
/// titles, authors, years, links, DOIs and topics. `texts-0.js` and so on have the rest: abstracts,
/// nearest papers and why they are near, other papers of the same work. Each is an object of
/// columns with an entry for each paper of the piece.
///
/// @hidden public for its own room only
public final class PaperData {
  /// Cosines are whole numbers, of so many to one.
  private static final int COSINE = 10_000;

  private final CorpusTopics found;
  private final Corpus corpus;
  private final WorkVersions versions;
  private final SharedWords words;
  private final PaperOrder order;

  public PaperData(CorpusTopics found, WorkVersions versions, SharedWords words, PaperOrder order) {
    this.found = found;
    this.corpus = found.corpus();
    this.versions = versions;
    this.words = words;
    this.order = order;
  }

  /// The script that reads the pieces.
  public static String script() {
    return Resources.text(PaperData.class, "pieces.js")
        + "\n"
        + Resources.text(PaperData.class, "papers.js");
  }

  /// The first id of each piece with titles. A paper is in the last piece on the map, or in the
  /// last of the others, whose first id is not after its own.
  public List<String> firstIds() {
    return order.titlePieces().stream().map(rows -> corpus.id(rows[0]).value()).toList();
  }

  /// Writes all pieces into [PieceFile#FOLDER].
  ///
  /// @param folder of the report
  /// @param neighbors maximum number of nearest papers of each paper
  public void write(Path folder, int neighbors, Provenance provenance) throws IOException {
    Path data = Files.createDirectory(folder.resolve(PieceFile.FOLDER));
    int[] ranks = ranks();
    List<int[]> titles = order.titlePieces();
    for (int piece = 0; piece < titles.size(); piece++) {
      int[] rows = titles.get(piece);
      PieceFile.write(data, "titles-" + piece, provenance, json -> titles(json, rows, ranks));
    }
    List<int[]> texts = order.textPieces();
    for (int piece = 0; piece < texts.size(); piece++) {
      int[] rows = texts.get(piece);
      PieceFile.write(data, "texts-" + piece, provenance, json -> texts(json, rows, neighbors));
    }
  }

  /// For each row, its rank among the papers of its topic, from 0, the most central first.
  private int[] ranks() {
    int[] ranks = new int[corpus.size()];
    for (Topic topic : found.topics().list()) {
      for (int rank = 0; rank < topic.papers().size(); rank++) {
        ranks[topic.papers().get(rank)] = rank;
      }
    }
    return ranks;
  }

  private void titles(JsonGenerator json, int[] rows, int[] ranks) {
    PaperAuthors authors = new PaperAuthors();
    PaperNames names = new PaperNames();
    json.writeStartObject();
    column(json, "ids", rows, row -> json.writeString(corpus.id(row).value()));
    json.writeArrayPropertyStart("titles");
    for (RowPaper each : corpus.inOrder(rows)) {
      json.writeString(each.paper().title());
      authors.add(each.paper());
      names.add(each.paper());
    }
    json.writeEndArray();
    authors.write(json);
    names.write(json);
    column(json, "years", rows, row -> json.writeNumber(corpus.year(row)));
    column(json, "topics", rows, row -> json.writeNumber(found.topics().of(row)));
    column(json, "ranks", rows, row -> json.writeNumber(ranks[row]));
    json.writeEndObject();
  }

  private static void column(JsonGenerator json, String name, int[] rows, IntConsumer write) {
    json.writeArrayPropertyStart(name);
    for (int row : rows) {
      write.accept(row);
    }
    json.writeEndArray();
  }

  private void texts(JsonGenerator json, int[] rows, int neighbors) {
    json.writeStartObject();
    json.writeArrayPropertyStart("texts");
    for (RowPaper each : corpus.inOrder(rows)) {
      text(json, each.paper());
    }
    json.writeEndArray();
    near(json, rows, neighbors);
    json.writeObjectPropertyStart("versions");
    for (int place = 0; place < rows.length; place++) {
      versions(json, place, versions.of(rows[place]));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /// The abstract and the categories.
  private static void text(JsonGenerator json, Paper paper) {
    json.writeStartArray();
    json.writeString(paper.abstractText());
    json.writeString(String.join(", ", paper.categories()));
    json.writeEndArray();
  }

  /// The nearest papers by number, their cosines, and the places of shared words in `words`.
  private void near(JsonGenerator json, int[] rows, int neighbors) {
    NeighborLists lists = found.lists();
    column(json, "near", rows, row -> numbers(json, row, neighbors));
    column(
        json,
        "cosines",
        rows,
        row -> {
          json.writeStartArray();
          ranks(row, neighbors)
              .forEach(
                  rank -> json.writeNumber((int) Math.round(COSINE * lists.cosine(row, rank))));
          json.writeEndArray();
        });
    Map<Integer, Integer> places = new LinkedHashMap<>();
    column(
        json,
        "shared",
        rows,
        row -> {
          json.writeStartArray();
          ranks(row, neighbors)
              .mapToObj(rank -> words.of(row, lists.neighbor(row, rank)))
              .forEach(shared -> shared(json, shared, places));
          json.writeEndArray();
        });
    json.writeName("words");
    json.writePOJO(places.keySet().stream().map(words::name).collect(Collectors.toList()));
  }

  private IntStream ranks(int row, int neighbors) {
    return IntStream.range(0, Math.min(neighbors, found.lists().count(row)));
  }

  private void numbers(JsonGenerator json, int row, int neighbors) {
    json.writeStartArray();
    ranks(row, neighbors)
        .forEach(rank -> json.writeNumber(order.number(found.lists().neighbor(row, rank))));
    json.writeEndArray();
  }

  private static void shared(JsonGenerator json, int[] shared, Map<Integer, Integer> places) {
    json.writeStartArray();
    for (int word : shared) {
      json.writeNumber(places.computeIfAbsent(word, _ -> places.size()));
    }
    json.writeEndArray();
  }

  private void versions(JsonGenerator json, int place, List<WorkVersions.Version> others) {
    if (!others.isEmpty()) {
      json.writeArrayPropertyStart(Integer.toString(place));
      for (WorkVersions.Version other : others) {
        json.writeStartArray();
        json.writeNumber(order.number(other.row()));
        json.writeString(other.why());
        json.writeEndArray();
      }
      json.writeEndArray();
    }
  }
}
