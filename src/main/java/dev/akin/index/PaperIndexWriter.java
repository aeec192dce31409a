package dev.akin.index;

import dev.akin.index.build.DocumentWriter;
import dev.akin.index.build.HoldingsCount;
import dev.akin.index.build.PaperStatus;
import dev.akin.index.build.PhraseModel;
import dev.akin.index.build.SimilaritySample;
import dev.akin.index.commit.CommitData;
import dev.akin.index.commit.IndexHome;
import dev.akin.index.commit.SimilarityScale;
import dev.akin.index.disk.Disk;
import dev.akin.index.disk.IndexException;
import dev.akin.index.document.PaperDocument;
import dev.akin.index.document.PaperIds;
import dev.akin.index.document.PaperRecord;
import dev.akin.index.document.TextKey;
import dev.akin.index.document.Tombstones;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.io.IOException;
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

/// Changes an index. Everything before a [#commit] that returned survives a crash; a crash removes
/// all changes after it. An index has at most one writer at a time. For one thread; close it.
///
/// If anything fails, the writer goes back to the last commit and closes. It never tries anything
/// again.
public final class PaperIndexWriter implements AutoCloseable {
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
  PaperIndexWriter(Path path, CommitData last, IndexWriter writer, Clock clock) throws IOException {
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

  /// Opens the index in `directory` for writing, after checking what a crash can break
  /// ([dev.akin.index.disk.FileCheck]). Creates it if there is none.
  ///
  /// @param spaces the spaces of the vectors that will be added
  /// @throws IndexException if the directory is something else, the index was made with other
  ///   models, another process writes to it, or a file is damaged
  public static PaperIndexWriter open(Path directory, List<Space> spaces) {
    return new WriterOpener(new IndexHome(directory), spaces, Clock.systemUTC(), Disk.REAL).open();
  }

  /// Opens the index in `directory` for writing, whatever its models are.
  ///
  /// @throws IndexException if there is no index, another process writes to it, or a file is
  ///   damaged
  public static PaperIndexWriter openExisting(Path directory) {
    new IndexHome(directory).requireBuild();
    return open(directory, PaperIndex.spaces(directory));
  }

  /// The id of the build that is written to.
  public String build() {
    return build;
  }

  /// The number of the last commit.
  public long lastCommit() {
    return commit;
  }

  /// Compares a paper with what the index has of it, committed or not.
  public PaperStatus status(Paper paper) {
    return writing(() -> documents.status(paper));
  }

  /// Whether the index already has the vectors of a text.
  public boolean holds(TextKey text) {
    return writing(() -> documents.holds(text));
  }

  /// Adds the vectors of a text. If no paper has the text at the next commit, they are deleted.
  ///
  /// @throws IllegalArgumentException if `vectors` are not in the spaces of the index
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

  /// Adds a paper, or replaces the one with the same id.
  ///
  /// @param text the key of its text; absent if it has none
  /// @throws IllegalArgumentException if the index does not have the vectors of the text, or the
  ///   paper was deleted permanently
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

  /// Deletes a paper. Its text stays as long as another paper has it.
  ///
  /// @return whether there was such a paper
  public boolean delete(PaperId id) {
    return writing(() -> documents.delete(id));
  }

  /// Deletes a paper and prevents it from being added again until [#forget].
  ///
  /// @return whether there was such a paper
  public boolean deletePermanently(PaperId id) {
    return writing(() -> documents.deletePermanently(id));
  }

  /// Allows a permanently deleted paper to be added again.
  ///
  /// @return whether it was deleted permanently
  public boolean forget(PaperId id) {
    return writing(() -> documents.forget(id));
  }

  /// The papers whose permanent deletion is committed, in the order of ids.
  List<PaperId> deleted() {
    return writing(() -> Tombstones.in(documents.reader()));
  }

  /// Passes the id of every committed paper to `each`, which must not change the index. Keeps
  /// nothing in memory.
  ///
  /// @return how many papers there are
  public long scan(Consumer<PaperId> each) {
    return writing(() -> new PaperIds(documents.reader()).forEachId(each));
  }

  /// Passes every committed paper to `each`, which must not change the index. Keeps nothing in
  /// memory.
  public void papers(Consumer<Paper> each) {
    writing(() -> PaperRecord.readAll(documents.reader(), each));
  }

  /// The names of all notes.
  public Stream<String> noteNames() {
    return notes.keySet().stream();
  }

  /// The note with a name; absent if there is none.
  public @Nullable String note(String name) {
    return notes.get(name);
  }

  /// Sets a note. The next commit stores it for later writers.
  ///
  /// @param note absent to remove it
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

  /// Makes all changes so far survive a crash. Does nothing if there are none.
  ///
  /// @return the number of the last commit
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

  /// Writes papers again that an earlier akin wrote in another form. Commits before and after it.
  /// Nothing is embedded.
  ///
  /// @param count maximum number of papers, at least 1
  /// @return how many papers it were; 0 if none are left
  public int renew(int count) {
    commit();
    int renewed = writing(() -> documents.renew(count));
    commit();
    return renewed;
  }

  /// Commits, merges segments ([dev.akin.index.build.PaperMerges]), and measures the
  /// [SimilarityScale].
  ///
  /// @param floor the default minimum similarity, as a rarity
  /// @param phrases embeds phrases; absent if there is no model at hand: then what was measured
  ///   before still holds
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
      SimilarityScale now =
          new SimilaritySample(documents.reader(), spaces.size()).measure(floor, phrases);
      scale =
          now != null && now.ofPhrases() == null && old != null
              ? now.withPhrases(old.ofPhrases())
              : now;
      scaleMeasured = true;
    }
    textsChanged = false;
  }

  /// Commits, and removes from the disk what was deleted or replaced; until then, it is only
  /// hidden. Rewrites every segment that has deleted documents.
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
      IndexException failure = IndexException.unwritable(path, first == null ? e : first);
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

  /// Closes the index. Changes after the last commit are lost.
  @Override
  public void close() {
    try {
      rollBack();
    } catch (IOException e) {
      throw IndexException.unwritable(path, e);
    }
  }
}
