package dev.akin.faults.job;

import dev.akin.base.AkinException;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.vector.Embedding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// What a commit of an index holds, all of it.
///
/// @param papers by id
/// @param duplicated ids that were there once more
record Content(long commit, Instant committedAt, Map<String, Held> papers, int duplicated) {
  private static final Content NONE = new Content(0, Instant.EPOCH, Map.of(), 0);

  /// A paper and its vectors.
  record Held(String record, List<Embedding> vectors) {
    /// The largest difference of two coordinates; not finite if they are of other models.
    double distance(Held other) {
      if (vectors.size() != other.vectors.size()) {
        return Double.POSITIVE_INFINITY;
      }
      double most = 0;
      for (int i = 0; i < vectors.size(); i++) {
        most = Math.max(most, distance(vectors.get(i), other.vectors.get(i)));
      }
      return most;
    }

    private static double distance(Embedding a, Embedding b) {
      if (!a.space().equals(b.space())) {
        return Double.POSITIVE_INFINITY;
      }
      float[] x = a.toArray();
      float[] y = b.toArray();
      double most = 0;
      for (int i = 0; i < x.length; i++) {
        most = Math.max(most, Math.abs((double) x[i] - y[i]));
      }
      return most;
    }
  }

  /// How two differ.
  ///
  /// @param lost papers that are not there any more
  /// @param surplus papers that were not there
  /// @param changed papers with another record
  /// @param vectors the largest difference of two coordinates
  record Difference(long lost, long surplus, long changed, double vectors) {
    boolean isNone() {
      return lost + surplus + changed == 0 && vectors == 0;
    }

    @Override
    public String toString() {
      return "%d lost, %d too many, %d changed, vectors differ by %s"
          .formatted(lost, surplus, changed, vectors == 0 ? "0" : "%.1e".formatted(vectors));
    }
  }

  /// Opens an index and its files' checks; nothing if there is none yet.
  ///
  /// @throws IndexException if it is damaged
  static Content of(Path directory) {
    try (PaperIndex index = new LuceneStore(directory).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = index.snapshot()) {
      return of(snapshot);
    } catch (IndexException e) {
      if (e.kind() == AkinException.Kind.MISSING) {
        return NONE;
      }
      throw e;
    }
  }

  private static Content of(IndexSnapshot snapshot) {
    Map<String, Held> papers = new HashMap<>();
    AtomicInteger duplicated = new AtomicInteger();
    snapshot.scan(
        paper -> {
          Held held = new Held(snapshot.paper(paper).toString(), snapshot.embeddings(paper));
          if (papers.put(snapshot.id(paper).value(), held) != null) {
            duplicated.incrementAndGet();
          }
        });
    IndexInfo info = snapshot.info();
    return new Content(info.commit(), info.committedAt(), papers, duplicated.get());
  }

  Set<String> ids() {
    return papers.keySet();
  }

  /// What is other here than it was there.
  Difference since(Content before) {
    long changed = 0;
    double vectors = 0;
    for (var paper : before.papers.entrySet()) {
      Held now = papers.get(paper.getKey());
      if (now != null) {
        changed += now.record().equals(paper.getValue().record()) ? 0 : 1;
        vectors = Math.max(vectors, now.distance(paper.getValue()));
      }
    }
    return new Difference(
        before.ids().stream().filter(id -> !papers.containsKey(id)).count(),
        ids().stream().filter(id -> !before.papers.containsKey(id)).count() + duplicated,
        changed,
        vectors);
  }

  boolean isSame(Content other) {
    return since(other).isNone();
  }

  /// Whether each paper is there just so.
  boolean isPartOf(Content other) {
    Difference difference = since(other);
    return difference.surplus() + difference.changed() == 0 && difference.vectors() == 0;
  }

  /// Whether each paper is as it is in one of two states, and no paper is missing that both have.
  boolean isBetween(Content before, Content after) {
    return duplicated == 0
        && papers.entrySet().stream()
            .allMatch(
                paper ->
                    isAs(before.papers.get(paper.getKey()), paper.getValue())
                        || isAs(after.papers.get(paper.getKey()), paper.getValue()))
        && before.ids().stream().filter(after.ids()::contains).allMatch(papers::containsKey);
  }

  private static boolean isAs(@Nullable Held one, Held other) {
    return one != null && one.record().equals(other.record()) && one.distance(other) == 0;
  }
}
