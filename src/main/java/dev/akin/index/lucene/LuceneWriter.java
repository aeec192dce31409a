package dev.akin.index.lucene;

import dev.akin.index.lucene.build.DocumentWriter;
import dev.akin.index.lucene.build.HoldingsCount;
import dev.akin.index.lucene.build.SimilaritySample;
import dev.akin.index.lucene.disk.DiskFailures;
import dev.akin.index.lucene.document.PaperDocument;
import dev.akin.index.lucene.document.PaperIds;
import dev.akin.index.lucene.document.StoredPapers;
import dev.akin.index.lucene.document.Tombstones;
import dev.akin.index.store.CommitData;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.PaperStatus;
import dev.akin.index.store.PhraseModel;
import dev.akin.index.store.SimilarityMeasure;
import dev.akin.index.store.SimilarityScale;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IORunnable;
import org.apache.lucene.util.IOSupplier;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/// Changes an index in a folder.
///
/// If anything fails, it goes back to the last commit and closes. It never tries anything again.
final class LuceneWriter implements PaperIndexWriter {
  private final Path path;
  private final String build;
  private final List<Space> spaces;
  private final IndexWriter writer;
  private final DocumentWriter documents;
  private final Clock clock;
  private final Map<String, String> notes;
  private Map<String, String> committedNotes;
  private long commit;
  private @Nullable SimilarityScale scale;
  private boolean scaleMeasured;
  private boolean textsChanged;

  /// A writer that owns `writer`, whose last commit is `last`.
  LuceneWriter(Path path, CommitData last, IndexWriter writer, Clock clock) throws IOException {
    this.path = path;
    this.build = last.build();
    this.spaces = last.spaces();
    this.scale = last.similarityScale();
    this.notes = new HashMap<>(last.notes());
    this.committedNotes = last.notes();
    this.commit = last.commit();
    this.writer = writer;
    this.documents = new DocumentWriter(writer, spaces);
    this.clock = clock;
  }

  @Override
  public String build() {
    return build;
  }

  @Override
  public long lastCommit() {
    return commit;
  }

  @Override
  public PaperStatus status(Paper paper) {
    return writing(() -> documents.status(paper));
  }

  @Override
  public boolean holds(TextKey text) {
    return writing(() -> documents.holds(text));
  }

  @Override
  public void addText(TextKey text, TextVectors vectors) {
    if (!vectors.spaces().equals(spaces)) {
      throw new IllegalArgumentException("the vectors are of other models than the index");
    }
    writing(
        () -> {
          requireOpen();
          documents.put(text, vectors);
        });
    textsChanged = true;
  }

  @Override
  public void upsert(Paper paper, @Nullable TextKey text) {
    if (writing(() -> documents.isDeleted(paper.id()))) {
      throw new IllegalArgumentException(paper.id() + " was deleted permanently");
    }
    if (text != null && !holds(text)) {
      throw new IllegalArgumentException("the index does not have the text of " + paper.id());
    }
    writing(
        () -> {
          requireOpen();
          documents.put(paper, text);
        });
  }

  @Override
  public boolean delete(PaperId id) {
    return writing(() -> documents.delete(id));
  }

  @Override
  public boolean deletePermanently(PaperId id) {
    return writing(() -> documents.deletePermanently(id));
  }

  @Override
  public boolean forget(PaperId id) {
    return writing(() -> documents.forget(id));
  }

  /// The papers whose permanent deletion is committed, in the order of ids.
  List<PaperId> deleted() {
    return writing(() -> Tombstones.in(documents.reader()));
  }

  @Override
  public long scan(Consumer<PaperId> each) {
    return writing(() -> new PaperIds(documents.reader()).forEachId(each));
  }

  @Override
  public void papers(Consumer<Paper> each) {
    writing(() -> StoredPapers.readAll(documents.reader(), each));
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
          documents.write();
          boolean changed = commit == 0 || hasChanges();
          requireOpen();
          if (changed) {
            writer.setLiveCommitData(commitData().toMap().entrySet());
            writer.commit();
            commit++;
            committedNotes = Map.copyOf(notes);
            scaleMeasured = false;
          }
          return commit;
        });
  }

  /// When a merge fails, which happens on another thread, Lucene drops all changes since the last
  /// commit. After that it says that there are none.
  private void requireOpen() {
    if (!writer.isOpen()) {
      throw new AlreadyClosedException("the changes since the last commit are lost");
    }
  }

  private boolean hasChanges() {
    return writer.hasUncommittedChanges() || scaleMeasured || !notes.equals(committedNotes);
  }

  private CommitData commitData() throws IOException {
    return new CommitData(
        build,
        commit + 1,
        spaces,
        new HoldingsCount(documents).count(),
        scale,
        notes,
        clock.instant());
  }

  @Override
  public int renew(int count) {
    commit();
    int renewed = writing(() -> documents.renew(count));
    commit();
    return renewed;
  }

  @Override
  public void compact(double floor, @Nullable PhraseModel phrases) {
    commit();
    writing(() -> writer.forceMerge(1));
    commit();
    writing(() -> measure(floor, phrases));
    commit();
  }

  /// Measures the scale, unless it is still valid.
  private void measure(double floor, @Nullable PhraseModel phrases) throws IOException {
    SimilarityScale old = scale;
    int texts = documents.count(new FieldExistsQuery(PaperDocument.vector(0)));
    boolean valid =
        old == null
            ? texts < SimilarityScale.MIN_TEXTS
            : old.texts() == texts && old.floor() == floor && !textsChanged;
    if (!valid) {
      SimilarityScale now = measured(floor, phrases);
      scale =
          now != null && now.ofPhrases() == null && old != null
              ? now.withPhrases(old.ofPhrases())
              : now;
      scaleMeasured = true;
    }
    textsChanged = false;
  }

  private @Nullable SimilarityScale measured(double floor, @Nullable PhraseModel phrases)
      throws IOException {
    try {
      return new SimilarityMeasure(new SimilaritySample(documents.reader(), spaces.size()))
          .measure(floor, phrases);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void purge() {
    commit();
    writing(() -> writer.forceMergeDeletes());
    commit();
    writing(
        () -> {
          documents.refresh();
          writer.deleteUnusedFiles();
        });
  }

  private void writing(IORunnable change) {
    writing(
        () -> {
          change.run();
          return true;
        });
  }

  private <T extends @Nullable Object> T writing(IOSupplier<T> change) {
    try {
      return change.get();
    } catch (IOException | RuntimeException | InternalError e) {
      // An InternalError means that a file was cut off while it was read.
      Throwable first = writer.getTragicException();
      if (first == null
          && e instanceof RuntimeException mistake
          && !(e instanceof AlreadyClosedException)) {
        throw mistake;
      }
      IndexException failure = DiskFailures.unwritable(path, first == null ? e : first);
      IOUtils.closeWhileSuppressingExceptions(failure, this::rollBack);
      throw failure;
    }
  }

  private void rollBack() throws IOException {
    try {
      documents.close();
    } finally {
      writer.rollback();
    }
  }

  @Override
  public void close() {
    try {
      rollBack();
    } catch (IOException e) {
      throw DiskFailures.unwritable(path, e);
    }
  }
}
