package dev.akin.write.table;

import dev.akin.index.commit.IndexInfo;
import dev.akin.vector.Space;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a file was made from: the same provenance gives the same bytes.
///
/// @param akin the version of akin
/// @param index the commit
/// @param corpus the digest of its papers, 64 hexadecimal digits
/// @param options what was asked for, by name
public record Provenance(
    String akin, IndexInfo index, String corpus, SequencedMap<String, String> options) {
  /// What it says, by name, in one order.
  public SequencedMap<String, String> entries() {
    SequencedMap<String, String> entries = new LinkedHashMap<>();
    entries.put("akin", akin);
    entries.put(
        "model", index.spaces().stream().map(Space::model).collect(Collectors.joining(",")));
    entries.put(
        "identity", index.spaces().stream().map(Space::identity).collect(Collectors.joining(",")));
    entries.put("build", index.build());
    entries.put("commit", Long.toString(index.commit()));
    entries.put("papers", Integer.toString(index.papers()));
    entries.put("corpus", corpus);
    entries.put(
        "options",
        options.entrySet().stream()
            .map(option -> option.getKey() + "=" + option.getValue())
            .collect(Collectors.joining(" ")));
    return entries;
  }

  /// The same in one line.
  public String line() {
    return entries().entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(" · "));
  }

  /// The most telling part of it, for places where every byte is repeated a thousand times.
  public String shortLine() {
    return "akin " + akin + ", build " + index.build() + ", commit " + index.commit();
  }

  /// The same as a JSON object.
  public ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    entries().forEach(node::put);
    return node;
  }
}
