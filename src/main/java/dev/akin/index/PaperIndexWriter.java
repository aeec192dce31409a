package dev.akin.index;

import dev.akin.index.build.Compaction;
import dev.akin.index.build.HoldingsCount;
import dev.akin.index.build.PaperStatus;
import dev.akin.index.build.SimilaritySample;
import dev.akin.index.build.WriterView;
import dev.akin.index.commit.CommitData;
import dev.akin.index.commit.IndexHome;
import dev.akin.index.commit.SimilarityScale;
import dev.akin.index.disk.Disk;
import dev.akin.index.disk.IndexException;
import dev.akin.index.document.PaperDocument;
import dev.akin.index.document.PaperIds;
import dev.akin.index.document.TextKey;
import dev.akin.index.document.Tombstones;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/// Changes an index. What [#commit] has acknowledged survives a crash; what came after it is gone
/// with one, wholly. There is one writer at a time, for one thread. When anything fails the writer
/// goes back to the last commit and closes: nothing is tried twice on it.
public final class PaperIndexWriter implements AutoCloseable {
  private final Path path;
  private final String build;
  private final List<Space> spaces;
  private final IndexWriter writer;
  private final WriterView held;
  private final Clock clock;
  private final Map<String, String> notes;
  private Map<String, String> committedNotes;
  private long commit;
  private @Nullable SimilarityScale closeness;
  private boolean measured;
  private boolean textsChanged;

  /// Takes over `writer`, whose last commit is `last`.
  PaperIndexWriter(Path path, CommitData last, IndexWriter writer, Clock clock) throws IOException {
    this.path = path;
    this.build = last.build();
    this.spaces = last.spaces();
    this.closeness = last.closeness();
    this.notes = new HashMap<>(last.notes());
    this.committedNotes = last.notes();
    this.commit = last.commit();
    this.writer = writer;
    this.held = new WriterView(writer);
    this.clock = clock;
  }

  /// Opens the index in `directory` for writing, after checking its files; makes it if there is
  /// none.
  ///
  /// @param spaces the models of the vectors that will be added
  /// @throws IndexException if the directory is something else, the index was made with other
  ///   models, somebody else writes to it, or a file is damaged
  public static PaperIndexWriter open(Path directory, List<Space> spaces) {
    return new WriterOpener(new IndexHome(directory), spaces, Clock.systemUTC(), Disk.REAL).open();
  }

  /// How `paper` stands to what the index holds, papers not yet committed included.
  public PaperStatus standing(Paper paper) {
    return writing(() -> held.standing(paper));
  }

  /// Whether the index has the vectors of a text already.
  public boolean holds(TextKey text) {
    return writing(() -> held.holds(text));
  }

  /// Adds the vectors of a text, for the papers that have it: one that no paper has is gone with
  /// the next commit.
  ///
  /// @throws IllegalArgumentException if `vectors` are of other spaces than the index
  public void addText(TextKey text, TextVectors vectors) {
    if (!vectors.spaces().equals(spaces)) {
      throw new IllegalArgumentException("the vectors are of other models than the index");
    }
    writing(() -> writer.updateDocument(WriterView.term(text), PaperDocument.of(text, vectors)));
    held.add(text);
    textsChanged = true;
  }

  /// Adds a paper, or puts it in the place of the one with its id.
  ///
  /// @param text the key of its text; absent if it has none
  /// @throws IllegalArgumentException if the index does not hold the text, or the paper was deleted
  ///   for good
  public void upsert(Paper paper, @Nullable TextKey text) {
    if (writing(() -> held.isDeleted(paper.id()))) {
      throw new IllegalArgumentException(paper.id() + " was deleted for good");
    }
    if (text != null && !holds(text)) {
      throw new IllegalArgumentException("the index does not hold the text of " + paper.id());
    }
    writing(
        () -> {
          writer.updateDocument(WriterView.term(paper.id()), PaperDocument.of(paper, text));
          held.put(paper, text);
          return true;
        });
  }

  /// Takes a paper out; its text stays as long as another paper has it.
  ///
  /// @return whether it was there
  public boolean delete(PaperId id) {
    return delete(id, false);
  }

  /// Takes a paper out, and keeps it from coming back until [#forget]: its [PaperStatus] is
  /// DELETED.
  ///
  /// @return whether it was there
  public boolean deleteForGood(PaperId id) {
    writing(() -> writer.updateDocument(WriterView.tombstone(id), PaperDocument.tombstone(id)));
    return delete(id, true);
  }

  private boolean delete(PaperId id, boolean forGood) {
    return writing(
        () -> {
          boolean there = held.holds(id);
          if (there) {
            writer.deleteDocuments(WriterView.term(id));
          }
          if (there || forGood) {
            held.delete(id, forGood);
          }
          return there;
        });
  }

  /// Lets a paper come back that was deleted for good.
  ///
  /// @return whether it had been
  public boolean forget(PaperId id) {
    return writing(
        () -> {
          boolean deleted = held.isDeleted(id);
          if (deleted) {
            writer.deleteDocuments(WriterView.tombstone(id));
            held.delete(id, false);
          }
          return deleted;
        });
  }

  /// The committed papers that were deleted for good, in the order of ids.
  List<PaperId> deleted() {
    return writing(() -> Tombstones.in(held.reader()));
  }

  /// What was noted last under a name; absent if nothing was.
  public @Nullable String note(String name) {
    return notes.get(name);
  }

  /// Notes something that the next commit keeps, for whoever writes to the index later.
  ///
  /// @param note absent to take it away
  public void note(String name, @Nullable String note) {
    if (note == null) {
      notes.remove(name);
    } else {
      notes.put(name, note);
    }
  }

  /// Makes everything so far survive a crash; does nothing if nothing has changed.
  ///
  /// @return the number of the last commit
  public long commit() {
    return writing(
        () -> {
          if (commit == 0 || hasChanges()) {
            dropUnusedTexts();
            writer.setLiveCommitData(commitData().toMap().entrySet());
            writer.commit();
            commit++;
            committedNotes = Map.copyOf(notes);
            measured = false;
          }
          return commit;
        });
  }

  /// Notes all of these, and nothing else.
  void noteAll(Map<String, String> all) {
    notes.clear();
    notes.putAll(all);
  }

  private boolean hasChanges() {
    return writer.hasUncommittedChanges() || measured || !notes.equals(committedNotes);
  }

  private void dropUnusedTexts() throws IOException {
    held.refresh();
    for (TextKey text : held.takeUnused()) {
      writer.deleteDocuments(WriterView.term(text));
    }
    held.refresh();
  }

  private CommitData commitData() throws IOException {
    return new CommitData(
        build,
        commit + 1,
        spaces,
        new HoldingsCount(held).count(),
        closeness,
        notes,
        clock.instant());
  }

  /// Commits, merges the index into one part where [Compaction] says so, and measures how close the
  /// papers are to each other.
  ///
  /// @param floor of the [SimilarityScale]
  public void compact(double floor) {
    commit();
    writing(
        () -> {
          new Compaction(writer).compact(held.reader());
          return true;
        });
    commit();
    measure(floor);
    commit();
  }

  /// Commits, and takes from the disk what was deleted or replaced: until then it is only not found
  /// any more. It takes as long as writing anew every part of the index that has something deleted.
  public void purge() {
    commit();
    writing(
        () -> {
          writer.forceMergeDeletes();
          return true;
        });
    commit();
    writing(
        () -> {
          held.refresh();
          writer.deleteUnusedFiles();
          return true;
        });
  }

  private void measure(double floor) {
    writing(
        () -> {
          SimilarityScale old = closeness;
          int texts = held.count(new FieldExistsQuery(PaperDocument.vector(0)));
          boolean known =
              old == null
                  ? texts < SimilarityScale.MIN_TEXTS
                  : old.texts() == texts && old.floor() == floor && !textsChanged;
          if (!known) {
            closeness = new SimilaritySample(held.reader(), spaces.size()).measure(floor);
            measured = true;
          }
          textsChanged = false;
          return true;
        });
  }

  /// Hands the id of every committed paper to `each`, and says how many there are.
  public long scan(Consumer<PaperId> each) {
    return writing(
        () -> {
          PaperIds ids = new PaperIds(held.reader());
          List<Integer> papers = new ArrayList<>();
          ids.forEach(papers::add);
          for (int paper : papers) {
            each.accept(ids.id(paper));
          }
          return (long) papers.size();
        });
  }

  /// The id of the build that is written to.
  public String build() {
    return build;
  }

  private interface Writing<T extends @Nullable Object> {
    T write() throws IOException;
  }

  private <T extends @Nullable Object> T writing(Writing<T> writing) {
    try {
      return writing.write();
    } catch (IOException | RuntimeException e) {
      Throwable first = writer.getTragicException();
      if (first == null
          && e instanceof RuntimeException mistake
          && !(e instanceof AlreadyClosedException)) {
        throw mistake;
      }
      IndexException failure = IndexException.unwritable(path, first == null ? e : first);
      try {
        goBack();
      } catch (IOException | RuntimeException again) {
        failure.addSuppressed(again);
      }
      throw failure;
    }
  }

  private void goBack() throws IOException {
    try {
      held.close();
    } finally {
      writer.rollback();
    }
  }

  /// Closes the index; what was not committed is gone.
  @Override
  public void close() {
    try {
      goBack();
    } catch (IOException e) {
      throw IndexException.unwritable(path, e);
    }
  }
}
