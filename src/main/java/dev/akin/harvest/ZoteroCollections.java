package dev.akin.harvest;

import dev.akin.base.Printable;
import dev.akin.read.record.ReadException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The collections of a Zotero library, which may be inside each other.
final class ZoteroCollections {
  private static final int MAX_NAMED = 50;

  private record Folder(String key, String name, @Nullable String parent) {
    static Folder of(JsonNode node) {
      JsonNode data = node.path("data");
      JsonNode parent = data.path("parentCollection");
      return new Folder(
          node.path("key").asString(""),
          data.path("name").asString(""),
          parent.isString() ? parent.asString() : null);
    }
  }

  private final String url;
  private final Map<String, Folder> byKey = new LinkedHashMap<>();

  /// @param url of Zotero, for messages
  /// @param collections as the API lists them
  ZoteroCollections(String url, List<JsonNode> collections) {
    this.url = url;
    collections.stream()
        .map(Folder::of)
        .filter(collection -> collection.key.matches("[A-Z0-9]+"))
        .forEach(collection -> byKey.put(collection.key, collection));
  }

  /// The keys of a collection and of all collections inside it.
  ///
  /// @param name its name in any case, or its path such as `Thesis/Methods`
  /// @throws ReadException if there is none of this name, or more than one
  List<String> keysOf(String name) {
    Folder found = find(name);
    return byKey.values().stream()
        .filter(each -> lineage(each).contains(found))
        .map(Folder::key)
        .toList();
  }

  private Folder find(String name) {
    List<Folder> found = matching(each -> path(each).equals(name));
    if (found.isEmpty()) {
      found = matching(each -> each.name.equals(name));
    }
    if (found.isEmpty()) {
      found =
          matching(each -> each.name.equalsIgnoreCase(name) || path(each).equalsIgnoreCase(name));
    }
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw ReadException.missing(
        url,
        found.isEmpty()
            ? "no collection is called %s; %s"
                .formatted(
                    Printable.quote(name),
                    byKey.isEmpty() ? "there are none" : "there are: " + paths(byKey.values()))
            : "several collections are called %s: %s"
                .formatted(Printable.quote(name), paths(found)));
  }

  private List<Folder> matching(Predicate<Folder> wanted) {
    return byKey.values().stream().filter(wanted).toList();
  }

  private String paths(Collection<Folder> some) {
    return some.stream()
            .map(each -> Printable.of(path(each)))
            .sorted()
            .limit(MAX_NAMED)
            .collect(Collectors.joining(", "))
        + (some.size() > MAX_NAMED ? ", …" : "");
  }

  private String path(Folder collection) {
    return new ArrayList<>(lineage(collection))
        .reversed().stream().map(Folder::name).collect(Collectors.joining("/"));
  }

  /// A collection and those that it is in, from the inside out.
  private Set<Folder> lineage(Folder collection) {
    Set<Folder> lineage = new LinkedHashSet<>();
    for (Folder each = collection;
        each != null && lineage.add(each);
        each = each.parent == null ? null : byKey.get(each.parent)) {
      // A collection that is inside itself, which cannot be, would end this, too.
    }
    return lineage;
  }
}
