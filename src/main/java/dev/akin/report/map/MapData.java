package dev.akin.report.map;

import dev.akin.report.corpus.Corpus;
import dev.akin.report.data.PaperOrder;
import dev.akin.report.page.ScriptEscapes;
import dev.akin.report.topic.Topic;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.function.IntUnaryOperator;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// The data of the map's page, as JSON that is safe inside a script element. Points are the papers
/// on the map, in the order of their numbers.
final class MapData {
  private static final int MAX_COORDINATE = 0xFFFF;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .characterEscapes(new ScriptEscapes())
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final Corpus corpus;
  private final MapPlan plan;
  private final PaperOrder order;

  MapData(Corpus corpus, MapPlan plan, PaperOrder order) {
    this.corpus = corpus;
    this.plan = plan;
    this.order = order;
  }

  /// Four columns of 16-bit numbers, little-endian, in base 64: x of every point (to the right), y
  /// (downwards), the year (0 if unknown), and the topic's place counted from 1 (0 if in none).
  String points() {
    ByteBuffer columns =
        ByteBuffer.allocate(4 * Short.BYTES * plan.rows().length).order(ByteOrder.LITTLE_ENDIAN);
    put(columns, row -> coordinate(plan.positions().x(row)));
    put(columns, row -> coordinate(plan.positions().y(row)));
    put(columns, corpus::year);
    put(columns, row -> plan.topic(row) + 1);
    return Base64.getEncoder().encodeToString(columns.array());
  }

  private void put(ByteBuffer columns, IntUnaryOperator value) {
    for (int row : plan.rows()) {
      columns.putShort((short) Math.clamp(value.applyAsInt(row), 0, MAX_COORDINATE));
    }
  }

  private static int coordinate(double value) {
    return (int) Math.round(value * MAX_COORDINATE);
  }

  /// The number of papers and points, and the topics.
  String topics() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeNumberProperty("papers", plan.papers());
      json.writeNumberProperty("points", plan.rows().length);
      json.writeName("order");
      json.writeRawValue(order.json().toString());
      json.writeName("none");
      json.writeStartObject();
      writeColor(json, MapColors.NONE);
      json.writeEndObject();
      json.writeArrayPropertyStart("topics");
      for (int place = 0; place < plan.topics().size(); place++) {
        writeTopic(json, place);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private void writeTopic(JsonGenerator json, int place) {
    Topic topic = plan.topics().get(place);
    MapAnchor anchor = plan.anchor(place);
    json.writeStartObject();
    json.writeNumberProperty("id", topic.id());
    json.writeStringProperty("label", topic.label());
    writeStrings(json, "lines", MapLabel.lines(topic.label()));
    if (topic.language() != null) {
      json.writeStringProperty("language", topic.language());
    }
    json.writeNumberProperty("papers", topic.papers().size());
    json.writeNumberProperty("points", anchor.points());
    json.writeNumberProperty("x", Math.round(anchor.x() * 1e4) / 1e4);
    json.writeNumberProperty("y", Math.round(anchor.y() * 1e4) / 1e4);
    writeColor(json, plan.color(place));
    json.writeEndObject();
  }

  private static void writeColor(JsonGenerator json, MapColor color) {
    json.writeNumberProperty("light", color.light().rgb());
    json.writeNumberProperty("dark", color.dark().rgb());
    json.writeNumberProperty("lightInk", color.lightInk().rgb());
    json.writeNumberProperty("darkInk", color.darkInk().rgb());
  }

  private static void writeStrings(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }
}
