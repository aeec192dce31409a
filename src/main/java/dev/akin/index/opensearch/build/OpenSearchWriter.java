package dev.akin.index.opensearch.build;

import dev.akin.base.Deadline;
import dev.akin.index.opensearch.client.BulkOptions;
import dev.akin.index.opensearch.client.BulkWriter;
import dev.akin.index.opensearch.client.Cluster;
import dev.akin.index.opensearch.client.ClusterPurge;
import dev.akin.index.opensearch.client.ClusterSearch;
import dev.akin.index.opensearch.client.WriterLease;
import dev.akin.index.opensearch.commit.ClusterHome;
import dev.akin.index.opensearch.commit.ClusterHome.Build;
import dev.akin.index.store.CommitData;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.PaperStatus;
import dev.akin.index.store.PaperTexts;
import dev.akin.index.store.PhraseModel;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.TextVectors;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Changes an index in a cluster. Changes stay in memory until [#commit], which returns when all
/// copies have them.
///
/// A crash in the middle of a commit may leave some of its changes, each paper whole. The next
/// writer makes a commit of them ([IndexFacts]).
///
/// @hidden public for its own room only
public final class OpenSearchWriter implements PaperIndexWriter {
  private final ClusterHome home;
  private final WriterLease lease;
  private final ClusterSearch search;
  private final ClusterLookup lookup;
  private final ClusterChanges changes;
  private final BulkWriter bulk;
  private final ClusterCommits commits;
  private final Map<String, String> notes;
  private final ClusterScale scale;
  private boolean ownsHome;
  private boolean mended;
  private boolean failed;

  /// @param home closed by the caller, unless the writer owns it ([#ownHome])
  /// @param lease the right to write, which is given back with the home
  OpenSearchWriter(ClusterHome home, Build build, WriterLease lease, Clock clock) {
    Cluster cluster = home.cluster();
    this.home = home;
    this.lease = lease;
    this.commits = new ClusterCommits(home, build, clock);
    this.search = new ClusterSearch(cluster);
    this.lookup = new ClusterLookup(search, build.index(), data().spaces());
    this.changes = new ClusterChanges(lookup);
    this.bulk = new BulkWriter(cluster, build.index(), BulkOptions.DEFAULT);
    this.notes = new HashMap<>(data().notes());
    this.scale = new ClusterScale(data().similarityScale());
  }

  /// From now on closing the writer closes its home, too.
  void ownHome() {
    ownsHome = true;
  }

  private CommitData data() {
    return commits.data();
  }

  /// The build that is written to, as of the last commit.
  Build target() {
    return commits.build();
  }

  /// Sees to what a crash in the middle of a commit left.
  void mend() {
    long interrupted = target().facts().writing();
    if (interrupted > 0) {
      writing(
          () -> {
            search.refresh(target().index(), Deadline.NEVER);
            changes.mend(interrupted);
            mended = true;
            return commit();
          });
    }
  }

  @Override
  public String build() {
    return target().id();
  }

  @Override
  public long lastCommit() {
    return data().commit();
  }

  @Override
  public void expect(List<Paper> papers, PaperTexts texts) {
    writing(
        () -> {
          changes.expect(papers, texts);
          return true;
        });
  }

  @Override
  public PaperStatus status(Paper paper) {
    return writing(() -> changes.status(paper));
  }

  @Override
  public boolean holds(TextKey text) {
    return writing(() -> changes.holds(text));
  }

  @Override
  public void addText(TextKey text, TextVectors vectors) {
    if (!vectors.spaces().equals(data().spaces())) {
      throw new IllegalArgumentException("the vectors are of other models than the index");
    }
    requireOpen();
    changes.put(text, vectors);
    scale.textsChanged();
  }

  @Override
  public void upsert(Paper paper, @Nullable TextKey text) {
    if (writing(() -> changes.isDeleted(paper.id()))) {
      throw new IllegalArgumentException(paper.id() + " was deleted permanently");
    }
    if (text != null && !holds(text)) {
      throw new IllegalArgumentException("the index does not have the text of " + paper.id());
    }
    changes.put(paper, text);
  }

  @Override
  public boolean delete(PaperId id) {
    return writing(() -> changes.delete(id));
  }

  @Override
  public boolean deletePermanently(PaperId id) {
    return writing(() -> changes.deletePermanently(id));
  }

  @Override
  public boolean forget(PaperId id) {
    return writing(() -> changes.forget(id));
  }

  /// The papers whose permanent deletion is committed, in the order of ids.
  List<PaperId> deleted() {
    return writing(lookup::deleted);
  }

  @Override
  public long scan(Consumer<PaperId> each) {
    return writing(() -> lookup.scanIds(each));
  }

  @Override
  public void papers(Consumer<Paper> each) {
    writing(() -> lookup.scanPapers(each));
  }

  @Override
  public Stream<String> noteNames() {
    return notes.keySet().stream();
  }

  @Override
  public @Nullable String note(String name) {
    return notes.get(name);
  }

  @Override
  public void note(String name, @Nullable String note) {
    if (note == null) {
      notes.remove(name);
    } else {
      notes.put(name, note);
    }
  }

  /// Replaces all notes.
  void noteAll(Map<String, String> all) {
    notes.clear();
    notes.putAll(all);
  }

  @Override
  public long commit() {
    return writing(
        () -> {
          boolean others = data().commit() == 0 || scale.isNew() || !notes.equals(data().notes());
          if (mended || !changes.isEmpty()) {
            writeChanges();
          } else if (others) {
            lease.renew();
            finish(commits.counts());
          }
          return data().commit();
        });
  }

  private void writeChanges() {
    lease.renew();
    long commit = commits.begin();
    changes.write(bulk, commit);
    search.refresh(target().index(), Deadline.NEVER);
    ClusterHoldings counts = ClusterHoldings.count(search, target().index());
    lease.renew();
    finish(counts);
  }

  /// @param counts of what searches see
  private void finish(ClusterHoldings counts) {
    commits.finish(counts, scale.current(), notes);
    mended = false;
    scale.committed();
  }

  @Override
  public int renew(int count) {
    commit();
    int renewed = writing(() -> changes.renew(count));
    commit();
    return renewed;
  }

  /// The cluster merges by itself.
  @Override
  public void compact(double floor, @Nullable PhraseModel phrases) {
    commit();
    writing(() -> scale.measure(lookup, data().holdings().vectors(), floor, phrases));
    commit();
  }

  /// Has the cluster write anew the segments that have deleted documents.
  @Override
  public void purge() {
    commit();
    writing(
        () -> {
          new ClusterPurge(home.cluster(), target().index()).run();
          return true;
        });
  }

  private void requireOpen() {
    if (failed) {
      throw new IllegalStateException("the writer has failed before");
    }
  }

  private <T extends @Nullable Object> T writing(Supplier<T> change) {
    requireOpen();
    try {
      return change.get();
    } catch (IndexException e) {
      failed = true;
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    failed = true;
    bulk.close();
    if (ownsHome) {
      lease.close();
      home.close();
    }
  }
}
