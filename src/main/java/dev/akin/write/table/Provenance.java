package dev.akin.write.table;

import dev.akin.index.store.IndexInfo;
import dev.akin.vector.Space;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Says what a file was made from. The same provenance gives the same bytes.
///
/// @param akin the version of akin
/// @param index the commit of the index
/// @param corpus the digest of its papers, 64 hexadecimal digits
/// @param options by their names
public record Provenance(
    String akin, IndexInfo index, String corpus, SequencedMap<String, String> options) {
  /// Its parts by their names, always in the same order.
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

  /// The most important part, where every byte would be repeated thousands of times.
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
