package dev.akin.digest.state;

import dev.akin.digest.page.RenderedDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A [DigestState] as JSON.
final class StateJson {
  private StateJson() {}

  static ObjectNode of(DigestState state) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    put(node, "last", state.last());
    put(node, "open", state.open());
    ObjectNode given = node.putObject("given");
    state.given().forEach((day, papers) -> putAll(given.putArray(day.toString()), papers));
    ArrayNode unconfirmed = node.putArray("unconfirmed");
    state.unconfirmed().forEach(digest -> unconfirmed.add(of(digest)));
    return node;
  }

  private static ObjectNode of(GivenDigest digest) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("messageId", digest.messageId());
    node.put("time", digest.time().toString());
    node.put("day", digest.day().toString());
    put(node, "open", digest.open());
    putAll(node.putArray("papers"), digest.papers());
    node.put("subject", digest.pages().subject());
    node.put("text", digest.pages().text());
    node.put("html", digest.pages().html());
    node.put("markdown", digest.pages().markdown());
    node.put("json", digest.pages().json());
    return node;
  }

  private static void put(ObjectNode node, String name, @Nullable LocalDate day) {
    if (day != null) {
      node.put(name, day.toString());
    }
  }

  private static void putAll(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }

  /// Reads what [#of] wrote.
  ///
  /// @throws RuntimeException if it is something else
  static DigestState read(JsonNode node) {
    SortedMap<LocalDate, List<String>> given = new TreeMap<>();
    node.required("given")
        .forEachEntry((day, papers) -> given.put(LocalDate.parse(day), texts(papers)));
    List<GivenDigest> unconfirmed = new ArrayList<>();
    node.required("unconfirmed").forEach(each -> unconfirmed.add(digest(each)));
    return new DigestState(day(node, "last"), day(node, "open"), given, unconfirmed);
  }

  private static GivenDigest digest(JsonNode node) {
    return new GivenDigest(
        node.required("messageId").asString(),
        Instant.parse(node.required("time").asString()),
        LocalDate.parse(node.required("day").asString()),
        day(node, "open"),
        texts(node.required("papers")),
        new RenderedDigest(
            node.required("subject").asString(),
            node.required("text").asString(),
            node.required("html").asString(),
            node.required("markdown").asString(),
            node.required("json").asString()));
  }

  private static @Nullable LocalDate day(JsonNode node, String name) {
    return node.has(name) ? LocalDate.parse(node.path(name).asString()) : null;
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
