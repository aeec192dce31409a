package dev.akin.index.opensearch.build;

import dev.akin.index.opensearch.client.BulkWriter;
import dev.akin.index.opensearch.document.ClusterDocument;
import dev.akin.index.opensearch.document.ClusterLayout;
import dev.akin.index.opensearch.document.FoundDocument;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.TextVectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Writes changed papers as documents. For each of their texts it finds out who has it now: if it
/// is one paper, its document has the vectors; if there are several, they share a document of the
/// text ([ClusterLayout]).
///
/// A text that is shared stays so until its last paper is written again.
///
/// OpenSearch changes each document by itself. So that a crash leaves no paper without the vectors
/// of its text, they are written in this order, each step when the one before is on all copies:
/// what takes vectors over from another document; other papers; and last what is deleted. A crash
/// may leave vectors of a text twice, or without a paper; the next writer deletes those
/// ([LeftTexts]).
final class ClusterPlan {
  /// How many documents are made before they are sent.
  private static final int MADE_AT_ONCE = 256;

  /// Replaces a document.
  ///
  /// @param document absent to delete it
  private record Step(String id, @Nullable Supplier<ObjectNode> document) {}

  /// A document to send.
  private record Made(String id, @Nullable ObjectNode document) {}

  private final ClusterLookup before;
  private final SequencedMap<PaperId, ChangedPaper> papers;
  private final Map<TextKey, TextVectors> added;
  private final Set<TextKey> touched;
  private final Map<PaperId, Boolean> tombstones;
  private final long commit;

  /// Who has the vectors of the texts that the changes concern, before them.
  private Map<TextKey, FoundDocument> holders = Map.of();

  /// The shared texts that papers have which are not changed.
  private Set<TextKey> stillShared = Set.of();

  /// The vectors that move from one document to another.
  private Map<TextKey, TextVectors> moved = Map.of();

  private final List<Step> takers = new ArrayList<>();
  private final List<Step> others = new ArrayList<>();
  private final List<Step> last = new ArrayList<>();

  /// @param added the vectors of texts that were added
  /// @param touched texts that may no longer belong to any paper
  /// @param tombstones whether those of papers have to be there
  ClusterPlan(
      ClusterLookup before,
      SequencedMap<PaperId, ChangedPaper> papers,
      Map<TextKey, TextVectors> added,
      Set<TextKey> touched,
      Map<PaperId, Boolean> tombstones,
      long commit) {
    this.before = before;
    this.papers = papers;
    this.added = added;
    this.touched = touched;
    this.tombstones = tombstones;
    this.commit = commit;
  }

  /// Writes everything.
  void write(BulkWriter bulk) {
    plan();
    for (List<Step> steps : List.of(takers, others, last)) {
      for (int from = 0; from < steps.size(); from += MADE_AT_ONCE) {
        send(steps.subList(from, Math.min(steps.size(), from + MADE_AT_ONCE)), bulk);
      }
      bulk.flush();
    }
  }

  private static void send(List<Step> steps, BulkWriter bulk) {
    List<Made> all =
        steps.parallelStream()
            .map(step -> new Made(step.id, step.document == null ? null : step.document.get()))
            .toList();
    for (Made made : all) {
      if (made.document == null) {
        bulk.delete(made.id);
      } else {
        bulk.put(made.id, made.document);
      }
    }
  }

  private void plan() {
    tombstones.forEach(
        (id, there) -> {
          String document = ClusterDocument.tombstoneId(id);
          if (there) {
            others.add(new Step(document, () -> ClusterDocument.tombstone(id, commit)));
          } else {
            last.add(new Step(document, null));
          }
        });
    Map<TextKey, SequencedMap<PaperId, Paper>> changed = byText();
    lookUp(changed);
    changed.forEach(this::plan);
  }

  /// The changed papers by their texts, also of texts that only lose papers. Plans the papers that
  /// have none.
  private Map<TextKey, SequencedMap<PaperId, Paper>> byText() {
    Set<TextKey> left = new LinkedHashSet<>(added.keySet());
    left.addAll(touched);
    before
        .papers(papers.keySet(), ClusterLayout.TEXT)
        .values()
        .forEach(
            paper -> {
              TextKey text = paper.text();
              if (text != null) {
                left.add(text);
              }
            });
    Map<TextKey, SequencedMap<PaperId, Paper>> byText = new LinkedHashMap<>();
    papers.forEach(
        (id, change) -> {
          Paper paper = change.paper();
          TextKey text = change.text();
          String document = ClusterDocument.id(id);
          if (paper == null) {
            last.add(new Step(document, null));
          } else if (text == null) {
            others.add(new Step(document, () -> ClusterDocument.of(paper, null, null, commit)));
          } else {
            byText.computeIfAbsent(text, _ -> new LinkedHashMap<>()).put(id, paper);
          }
        });
    left.forEach(text -> byText.putIfAbsent(text, new LinkedHashMap<>()));
    return byText;
  }

  /// Looks up at once what all texts need.
  ///
  /// @param changed papers by text; one that had its text alone until now is added
  private void lookUp(Map<TextKey, SequencedMap<PaperId, Paper>> changed) {
    holders = before.holders(changed.keySet());
    Map<PaperId, TextKey> alone = new HashMap<>();
    Set<TextKey> shared = new HashSet<>();
    Set<TextKey> needed = new HashSet<>();
    holders.forEach(
        (text, holder) -> {
          PaperId id = holder.paperId();
          boolean isConcerned = !changedOf(changed, text).isEmpty() || added.containsKey(text);
          if (id == null) {
            shared.add(text);
          } else if (!papers.containsKey(id) && isConcerned) {
            alone.put(id, text);
          }
          if (!added.containsKey(text) && isConcerned) {
            needed.add(text);
          }
        });
    before
        .papers(alone.keySet(), IndexFields.RECORD)
        .forEach((id, found) -> changedOf(changed, alone.get(id)).put(id, found.paper()));
    stillShared = before.havingPapers(shared, papers.keySet());
    moved = before.vectors(needed);
  }

  private static SequencedMap<PaperId, Paper> changedOf(
      Map<TextKey, SequencedMap<PaperId, Paper>> changed, @Nullable TextKey text) {
    return Objects.requireNonNull(changed.get(text));
  }

  /// Plans a text and those of its papers that were changed.
  private void plan(TextKey text, SequencedMap<PaperId, Paper> changed) {
    FoundDocument holder = holders.get(text);
    boolean isShared = holder != null && holder.paperId() == null;
    if (changed.size() > 1 || stillShared.contains(text)) {
      share(text, isShared, changed);
    } else {
      if (isShared) {
        last.add(new Step(ClusterDocument.id(text), null));
      }
      changed.forEach(
          (id, paper) ->
              (holder == null ? others : takers)
                  .add(
                      new Step(
                          ClusterDocument.id(id),
                          () -> ClusterDocument.of(paper, text, vectors(text), commit))));
    }
  }

  /// Plans papers that share a text, and the text, unless it is there.
  private void share(TextKey text, boolean isShared, SequencedMap<PaperId, Paper> changed) {
    if (!isShared || added.containsKey(text)) {
      takers.add(
          new Step(
              ClusterDocument.id(text), () -> ClusterDocument.of(text, vectors(text), commit)));
    }
    changed.forEach(
        (id, paper) ->
            others.add(
                new Step(
                    ClusterDocument.id(id), () -> ClusterDocument.of(paper, text, null, commit))));
  }

  private TextVectors vectors(TextKey text) {
    TextVectors vectors = added.getOrDefault(text, moved.get(text));
    if (vectors == null) {
      throw new IllegalStateException("nobody has the vectors of the text " + text.value());
    }
    return vectors;
  }
}
