package dev.akin.report.topic;

import dev.akin.base.AkinException;
import dev.akin.base.AkinException.Kind;
import dev.akin.report.page.ReportException;
import dev.akin.report.topic.PreviousTopics.PreviousTopic;
import dev.akin.write.table.Provenance;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The file `topics.json` of a report, from which the next report learns the topics:
///
/// ```json
/// {"format": "akin topics 1", "provenance": {…}, "resolution": 1.7, "next": 61,
///  "topics": [{"id": 1, "label": "…", "papers": ["…"]}]}
/// ```
///
/// @hidden public for its own room only
public final class TopicsJson {
  /// Its name in a report's folder.
  public static final String FILE = "topics.json";

  private static final String FORMAT = "akin topics 1";
  private static final long MAX_BYTES = 512L << 20;
  private static final String WITHOUT_PREVIOUS = "make the report without --previous";
  private static final JsonMapper JSON = new JsonMapper();

  private TopicsJson() {}

  /// Writes the file.
  ///
  /// @throws ReportException if it cannot be written
  static void write(Path folder, CorpusTopics found, Provenance provenance) {
    Path file = folder.resolve(FILE);
    try (OutputStream out = Files.newOutputStream(file);
        JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringProperty("format", FORMAT);
      json.writeName("provenance");
      json.writeTree(provenance.json());
      json.writeNumberProperty("resolution", found.topics().resolution());
      json.writeNumberProperty("next", found.next());
      json.writeArrayPropertyStart("topics");
      for (Topic topic : found.topics().list()) {
        json.writeStartObject();
        json.writeNumberProperty("id", topic.id());
        json.writeStringProperty("label", topic.label());
        json.writeArrayPropertyStart("papers");
        topic.papers().stream()
            .sorted()
            .forEach(row -> json.writeString(found.corpus().id(row).value()));
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException | JacksonException e) {
      throw new ReportException(
          Kind.IO, file + ": cannot be written: " + AkinException.reason(e), e);
    }
  }

  /// Reads the file of an earlier report.
  ///
  /// @param folder of the report
  /// @throws ReportException if it does not exist, is damaged, has another format, or cannot be
  ///   read
  public static PreviousTopics read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new ReportException(
          Kind.MISSING, file + ": no such file; give the folder of an earlier report");
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw damaged(file, "larger than " + (MAX_BYTES >> 20) + " MiB");
      }
      return topics(file, JSON.readTree(Files.readAllBytes(file)));
    } catch (JacksonException e) {
      throw new ReportException(
          Kind.MALFORMED, file + ": damaged: not JSON; " + WITHOUT_PREVIOUS, e);
    } catch (IOException e) {
      throw new ReportException(Kind.IO, file + ": cannot be read: " + AkinException.reason(e), e);
    }
  }

  private static PreviousTopics topics(Path file, JsonNode json) {
    String format = json.path("format").asString("");
    if (!format.equals(FORMAT)) {
      throw new ReportException(
          Kind.MALFORMED,
          file
              + (format.isEmpty() ? ": has no format" : ": has the format `" + format + "`")
              + ", but needs `"
              + FORMAT
              + "`; "
              + WITHOUT_PREVIOUS);
    }
    double resolution = json.path("resolution").asDouble(0);
    int next = json.path("next").asInt(0);
    if (!(resolution > 0) || !Double.isFinite(resolution) || !json.path("topics").isArray()) {
      throw damaged(file, "no resolution or no topics");
    }
    List<PreviousTopic> topics = new ArrayList<>();
    Set<Integer> ids = new HashSet<>();
    Set<String> papers = new HashSet<>();
    for (JsonNode node : json.path("topics")) {
      PreviousTopic topic = topic(file, node);
      if (topic.id() < 1 || topic.id() >= next || !ids.add(topic.id())) {
        throw damaged(
            file, "topic id " + topic.id() + " occurs twice or is not within 1.." + (next - 1));
      }
      for (String paper : topic.papers()) {
        if (!papers.add(paper)) {
          throw damaged(file, "paper " + paper + " occurs twice");
        }
      }
      topics.add(topic);
    }
    topics.sort(Comparator.comparingInt(PreviousTopic::id));
    return new PreviousTopics(topics, next, resolution);
  }

  private static PreviousTopic topic(Path file, JsonNode node) {
    String label = node.path("label").asString("");
    if (label.isBlank() || !node.path("papers").isArray()) {
      throw damaged(file, "a topic has no label or no papers");
    }
    List<String> papers = new ArrayList<>();
    for (JsonNode paper : node.path("papers")) {
      papers.add(paper.asString(""));
    }
    return new PreviousTopic(node.path("id").asInt(0), label, papers);
  }

  private static ReportException damaged(Path file, String what) {
    return new ReportException(
        Kind.MALFORMED, file + ": damaged: " + what + "; " + WITHOUT_PREVIOUS);
  }
}
