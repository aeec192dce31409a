package dev.akin.index.opensearch.build;

import dev.akin.index.opensearch.document.ClusterLayout;
import dev.akin.index.opensearch.document.FoundDocument;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.TextKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Finds what a crash in the middle of a commit left: texts whose vectors are in two documents, and
/// shared texts that no paper has.
///
/// Vectors are twice only in documents of that commit, so finding them takes no longer in a larger
/// index. All shared texts are looked at; they are few.
record LeftTexts(ClusterLookup lookup) {
  private static final int AT_ONCE = 1_000;

  /// The papers of texts whose vectors are in two documents. To put them again mends it.
  ///
  /// @param commit the number of the commit that was not completed
  List<FoundDocument> papersOfDoubles(long commit) {
    Set<TextKey> texts = new HashSet<>();
    lookup.scan(
        ClusterLookup.terms(ClusterLayout.COMMIT, List.of(Long.toString(commit))),
        found -> addKey(found, texts),
        ClusterLayout.KEY);
    Set<TextKey> once = new HashSet<>();
    Set<TextKey> twice = new HashSet<>();
    for (FoundDocument holder : lookup.allHolders(texts)) {
      TextKey key = holder.key();
      if (key != null && !once.add(key)) {
        twice.add(key);
      }
    }
    return lookup.papersOf(twice, IndexFields.RECORD, ClusterLayout.TEXT);
  }

  private static void addKey(FoundDocument found, Set<TextKey> keys) {
    TextKey key = found.key();
    if (key != null) {
      keys.add(key);
    }
  }

  /// Passes the shared texts that no paper has to `each`.
  void unused(Consumer<TextKey> each) {
    ObjectNode shared = JsonNodeFactory.instance.objectNode();
    ObjectNode bool = shared.putObject("bool");
    bool.putArray("filter").add(ClusterLookup.exists(ClusterLayout.KEY));
    bool.putArray("must_not").add(ClusterLookup.exists(IndexFields.ID));
    Set<TextKey> some = new HashSet<>();
    lookup.scan(
        shared,
        found -> {
          addKey(found, some);
          if (some.size() == AT_ONCE) {
            unused(some, each);
          }
        },
        ClusterLayout.KEY);
    unused(some, each);
  }

  private void unused(Set<TextKey> texts, Consumer<TextKey> each) {
    Set<TextKey> used = lookup.havingPapers(texts, List.of());
    new ArrayList<>(texts).stream().filter(text -> !used.contains(text)).forEach(each);
    texts.clear();
  }
}
