package dev.akin.index.opensearch.build;

import dev.akin.base.AkinException;
import dev.akin.base.Deadline;
import dev.akin.index.opensearch.client.BulkOptions;
import dev.akin.index.opensearch.client.BulkWriter;
import dev.akin.index.opensearch.client.Cluster;
import dev.akin.index.opensearch.client.ClusterPurge;
import dev.akin.index.opensearch.client.ClusterSearch;
import dev.akin.index.opensearch.client.WriterLease;
import dev.akin.index.opensearch.commit.ClusterHome;
import dev.akin.index.opensearch.commit.ClusterHome.Build;
import dev.akin.index.opensearch.commit.IndexFacts;
import dev.akin.index.opensearch.document.LayoutOptions;
import dev.akin.index.store.CommitData;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.PaperStatus;
import dev.akin.index.store.PaperTexts;
import dev.akin.index.store.PhraseModel;
import dev.akin.index.store.SimilarityMeasure;
import dev.akin.index.store.SimilarityScale;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
  private final Clock clock;
  private final Map<String, String> notes;
  private Build build;
  private @Nullable SimilarityScale scale;
  private boolean ownsHome;
  private boolean mended;
  private boolean scaleMeasured;
  private boolean textsChanged;
  private boolean failed;

  /// Opens the index for writing. Creates it if there is none.
  ///
  /// @param home is closed with the writer
  /// @param spaces of the vectors that will be added
  /// @param options of a new index; absent for the usual layout
  /// @throws IndexException if the index was made with other models, it is not akin's, or another
  ///   process writes to it
  public static OpenSearchWriter open(
      ClusterHome home, List<Space> spaces, @Nullable LayoutOptions options, Clock clock) {
    return opened(
        home,
        clock,
        lease -> {
          Optional<Build> current = home.current(Deadline.NEVER);
          return current.isPresent()
              ? existing(home, current.get(), spaces, lease, clock)
              : created(home, spaces, options, lease, clock);
        });
  }

  /// Opens the index for writing, whatever its models are.
  ///
  /// @param home is closed with the writer
  /// @throws IndexException if there is no index, or another process writes to it
  public static OpenSearchWriter openExisting(ClusterHome home, Clock clock) {
    return opened(
        home,
        clock,
        lease -> {
          Build current = home.requireCurrent(Deadline.NEVER);
          return existing(home, current, current.facts().commit().spaces(), lease, clock);
        });
  }

  private static OpenSearchWriter opened(
      ClusterHome home, Clock clock, Function<WriterLease, OpenSearchWriter> open) {
    WriterLease lease = WriterLease.take(home.cluster(), clock);
    try {
      OpenSearchWriter writer = open.apply(lease);
      writer.ownsHome = true;
      return writer;
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  private static OpenSearchWriter existing(
      ClusterHome home, Build build, List<Space> spaces, WriterLease lease, Clock clock) {
    Optional<String> mismatch = Space.mismatch(build.facts().commit().spaces(), spaces);
    if (mismatch.isPresent()) {
      throw new IndexException(
          AkinException.Kind.CONFIGURATION,
          "%s: %s; to embed its papers again, run: akin index --model %s"
              .formatted(
                  home.cluster().address(),
                  mismatch.get(),
                  spaces.stream().map(Space::model).collect(Collectors.joining(","))));
    }
    home.removeReplaced();
    OpenSearchWriter writer = new OpenSearchWriter(home, build, lease, clock);
    writer.mend();
    return writer;
  }

  /// A crash before the switch leaves an index without papers, which this deletes.
  private static OpenSearchWriter created(
      ClusterHome home,
      List<Space> spaces,
      @Nullable LayoutOptions options,
      WriterLease lease,
      Clock clock) {
    home.removeOthers();
    OpenSearchWriter writer =
        new OpenSearchWriter(home, home.create(spaces, options, clock), lease, clock);
    writer.commit();
    home.switchTo(null, writer.target());
    return writer;
  }

  /// @param home closed by the caller, unless the writer owns it
  /// @param lease the right to write, which is given back with it
  OpenSearchWriter(ClusterHome home, Build build, WriterLease lease, Clock clock) {
    Cluster cluster = home.cluster();
    this.home = home;
    this.build = build;
    this.lease = lease;
    this.clock = clock;
    this.search = new ClusterSearch(cluster);
    this.lookup = new ClusterLookup(search, build.index(), data().spaces());
    this.changes = new ClusterChanges(lookup);
    this.bulk = new BulkWriter(cluster, build.index(), BulkOptions.DEFAULT);
    this.notes = new HashMap<>(data().notes());
    this.scale = data().similarityScale();
  }

  private CommitData data() {
    return build.facts().commit();
  }

  /// The build that is written to, as of the last commit.
  Build target() {
    return build;
  }

  /// Sees to what a crash in the middle of a commit left.
  void mend() {
    long interrupted = build.facts().writing();
    if (interrupted > 0) {
      writing(
          () -> {
            search.refresh(build.index(), Deadline.NEVER);
            changes.mend(interrupted);
            mended = true;
            return commit();
          });
    }
  }

  @Override
  public String build() {
    return build.id();
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
    textsChanged = true;
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
          boolean others = data().commit() == 0 || scaleMeasured || !notes.equals(data().notes());
          if (mended || !changes.isEmpty()) {
            writeChanges();
          } else if (others) {
            lease.renew();
            IndexFacts same = build.facts();
            finish(new ClusterHoldings(data().holdings(), same.words(), same.titles()));
          }
          return data().commit();
        });
  }

  private void writeChanges() {
    lease.renew();
    IndexFacts facts = build.facts().whileWriting(data().commit() + 1);
    save(facts);
    changes.write(bulk, facts.writing());
    search.refresh(build.index(), Deadline.NEVER);
    ClusterHoldings counts = ClusterHoldings.count(search, build.index());
    lease.renew();
    finish(counts);
  }

  /// Completes a commit: from now on readers see it.
  ///
  /// @param counts of what searches see
  private void finish(ClusterHoldings counts) {
    CommitData last = data();
    CommitData next =
        new CommitData(
            last.build(),
            last.commit() + 1,
            last.spaces(),
            counts.holdings(),
            scale,
            notes,
            clock.instant());
    save(new IndexFacts(next, build.facts().layout(), counts.words(), counts.titles(), 0, false));
    mended = false;
    scaleMeasured = false;
  }

  private void save(IndexFacts facts) {
    build = new Build(build.index(), facts);
    home.save(build);
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
    writing(() -> measure(floor, phrases));
    commit();
  }

  /// Measures the scale, unless it is still valid.
  private boolean measure(double floor, @Nullable PhraseModel phrases) {
    SimilarityScale old = scale;
    int texts = data().holdings().vectors();
    boolean valid =
        old == null
            ? texts < SimilarityScale.MIN_TEXTS
            : old.texts() == texts && old.floor() == floor && !textsChanged;
    if (!valid) {
      SimilarityScale now =
          new SimilarityMeasure(new ClusterSample(lookup, texts)).measure(floor, phrases);
      scale =
          now != null && now.ofPhrases() == null && old != null
              ? now.withPhrases(old.ofPhrases())
              : now;
      scaleMeasured = true;
    }
    textsChanged = false;
    return scaleMeasured;
  }

  /// Has the cluster write anew the segments that have deleted documents.
  @Override
  public void purge() {
    commit();
    writing(
        () -> {
          new ClusterPurge(home.cluster(), build.index()).run();
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
