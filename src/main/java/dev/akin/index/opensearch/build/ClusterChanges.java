package dev.akin.index.opensearch.build;

import dev.akin.index.opensearch.client.BulkWriter;
import dev.akin.index.opensearch.document.ClusterLayout;
import dev.akin.index.opensearch.document.FoundDocument;
import dev.akin.index.record.IndexFields;
import dev.akin.index.record.PaperRecord;
import dev.akin.index.store.PaperStatus;
import dev.akin.index.store.PaperTexts;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Collects changes of papers and texts, writes them before a commit, and knows what was changed,
/// committed or not. For one thread.
///
/// Until they are written, changed papers and the vectors of added texts are in memory: some eight
/// kilobytes a paper.
///
/// @hidden public for its own room only
public final class ClusterChanges {
  /// How many papers one answer of the cluster may have.
  private static final int MAX_RENEWED = 5_000;

  private final ClusterLookup written;
  private final SequencedMap<PaperId, ChangedPaper> changed = new LinkedHashMap<>();
  private final Map<TextKey, TextVectors> added = new LinkedHashMap<>();

  /// Whether the tombstone of a paper has to be there.
  private final Map<PaperId, Boolean> tombstones = new LinkedHashMap<>();

  /// Texts that may no longer belong to any paper.
  private final Set<TextKey> touched = new HashSet<>();

  /// What was written of papers that were looked up together, by their ids.
  private final Map<PaperId, @Nullable FoundDocument> known = new HashMap<>();

  private final Set<PaperId> knownDeleted = new HashSet<>();

  /// Whether there were vectors of texts that were looked up.
  private final Map<TextKey, Boolean> knownTexts = new HashMap<>();

  public ClusterChanges(ClusterLookup written) {
    this.written = written;
  }

  /// Looks papers and their texts up together that are compared soon: one by one, each takes a way
  /// to the cluster and back.
  public void expect(List<Paper> papers, PaperTexts texts) {
    known.clear();
    knownDeleted.clear();
    knownTexts.clear();
    lookUp(papers.stream().map(Paper::id).distinct().toList());
    Set<TextKey> keys = new HashSet<>();
    for (Paper paper : papers) {
      TextKey key = known.get(paper.id()) == null ? texts.keyOf(paper) : null;
      if (key != null) {
        keys.add(key);
      }
    }
    Set<TextKey> held = written.holders(keys).keySet();
    keys.forEach(key -> knownTexts.put(key, held.contains(key)));
  }

  private void lookUp(Collection<PaperId> papers) {
    Map<PaperId, FoundDocument> found = written.papers(papers, IndexFields.RECORD);
    papers.forEach(id -> known.put(id, found.get(id)));
    List<PaperId> missing = papers.stream().filter(id -> !found.containsKey(id)).toList();
    knownDeleted.addAll(written.deleted(missing));
  }

  private void know(PaperId id) {
    if (!known.containsKey(id)) {
      lookUp(List.of(id));
    }
  }

  /// Compares a paper with what was written of it.
  public PaperStatus status(Paper paper) {
    ChangedPaper change = changed.get(paper.id());
    if (change != null) {
      PaperStatus gone = change.permanent() ? PaperStatus.DELETED : PaperStatus.NEW;
      return change.paper() == null ? gone : PaperStatus.of(change.paper(), paper);
    }
    know(paper.id());
    FoundDocument found = known.get(paper.id());
    if (found == null) {
      return knownDeleted.contains(paper.id()) ? PaperStatus.DELETED : PaperStatus.NEW;
    }
    return isSame(found, paper) ? PaperStatus.SAME : PaperStatus.of(found.paper(), paper);
  }

  private static boolean isSame(FoundDocument found, Paper paper) {
    try {
      return PaperRecord.isOf(found.record(), paper);
    } catch (IOException e) {
      return false; // then reading it says what is wrong
    }
  }

  /// Whether there are vectors of the text.
  public boolean holds(TextKey text) {
    return added.containsKey(text)
        || knownTexts.computeIfAbsent(text, key -> written.holders(List.of(key)).containsKey(key));
  }

  private boolean holds(PaperId id) {
    ChangedPaper change = changed.get(id);
    if (change == null) {
      know(id);
      return known.get(id) != null;
    }
    return change.paper() != null;
  }

  /// Whether a paper was deleted permanently.
  public boolean isDeleted(PaperId id) {
    ChangedPaper change = changed.get(id);
    if (change == null) {
      know(id);
      return knownDeleted.contains(id);
    }
    return change.permanent();
  }

  /// Adds a text, or replaces its vectors. If no paper has it when the changes are written, it is
  /// dropped.
  public void put(TextKey text, TextVectors vectors) {
    added.put(text, vectors);
  }

  /// Adds a paper, or replaces the one with the same id.
  ///
  /// @param text the key of its text; absent if it has none
  public void put(Paper paper, @Nullable TextKey text) {
    changed.put(paper.id(), new ChangedPaper(paper, text, false));
  }

  /// Deletes a paper.
  ///
  /// @return whether there was such a paper
  public boolean delete(PaperId id) {
    boolean there = holds(id);
    if (there) {
      changed.put(id, new ChangedPaper(null, null, false));
    }
    return there;
  }

  /// Deletes a paper and adds a tombstone.
  ///
  /// @return whether there was such a paper
  public boolean deletePermanently(PaperId id) {
    tombstones.put(id, true);
    boolean there = delete(id);
    changed.put(id, new ChangedPaper(null, null, true));
    return there;
  }

  /// Deletes the tombstone of a paper.
  ///
  /// @return whether there was one
  public boolean forget(PaperId id) {
    boolean deleted = isDeleted(id);
    if (deleted) {
      tombstones.put(id, false);
      changed.put(id, new ChangedPaper(null, null, false));
    }
    return deleted;
  }

  /// Puts papers again that an earlier akin wrote in another form.
  ///
  /// @param count maximum number of papers, at least 1
  /// @return how many were put
  public int renew(int count) {
    ObjectNode earlier = JsonNodeFactory.instance.objectNode();
    ObjectNode bool = earlier.putObject("bool");
    bool.putArray("filter").add(ClusterLookup.exists(IndexFields.ID));
    bool.putArray("must_not")
        .add(ClusterLookup.terms(IndexFields.FORM, List.of(IndexFields.CURRENT_FORM)));
    List<FoundDocument> papers =
        written.first(
            earlier, Math.min(count, MAX_RENEWED), IndexFields.RECORD, ClusterLayout.TEXT);
    papers.forEach(found -> put(found.paper(), found.text()));
    return papers.size();
  }

  /// Changes what a crash left in the middle of a commit.
  ///
  /// @param commit its number
  public void mend(long commit) {
    LeftTexts left = new LeftTexts(written);
    left.papersOfDoubles(commit).forEach(found -> put(found.paper(), found.text()));
    left.unused(touched::add);
  }

  /// Whether there is anything to write.
  public boolean isEmpty() {
    return changed.isEmpty() && added.isEmpty() && tombstones.isEmpty() && touched.isEmpty();
  }

  /// Writes all changes. When it returns, the cluster has acknowledged them on all copies, but they
  /// are not visible to searches.
  ///
  /// @param commit the number of the commit that they are part of
  public void write(BulkWriter bulk, long commit) {
    new ClusterPlan(written, changed, added, touched, tombstones, commit).write(bulk);
    known.keySet().removeAll(changed.keySet());
    knownDeleted.removeAll(changed.keySet());
    knownTexts.keySet().removeAll(added.keySet());
    knownTexts.values().removeIf(held -> held); // its last paper may have lost it
    changed.clear();
    added.clear();
    touched.clear();
    tombstones.clear();
  }
}
