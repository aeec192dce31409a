package dev.akin.index;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/// Changes an index. What [#commit] has acknowledged survives a crash; what came after it is gone
/// with one, wholly. There is one writer at a time, for one thread. When anything fails the writer
/// goes back to the last commit and closes: nothing is tried twice on it.
public final class PaperIndexWriter implements AutoCloseable {
  /// How a paper stands to what the index holds of it.
  public enum Standing {
    /// Its id is not there.
    NEW,
    /// It is there with another title or abstract.
    OTHER_TEXT,
    /// It is there with the same text, but something else of it has changed.
    OTHER_RECORD,
    /// It is there just so.
    SAME
  }

  /// Parts of the index, and one in so many papers outside the largest, beyond which all are
  /// merged.
  private static final int MAX_PARTS = 8;

  private static final int MAX_SHARE_OUTSIDE = 10;

  private final Path path;
  private final String build;
  private final List<Space> spaces;
  private final IndexWriter writer;
  private final HeldPapers held;
  private final Clock clock;
  private long commit;
  private @Nullable Closeness closeness;
  private boolean measured;
  private boolean textsChanged;

  /// Takes over `writer`, whose last commit is `last`.
  PaperIndexWriter(Path path, IndexInfo last, IndexWriter writer, Clock clock) throws IOException {
    this.path = path;
    this.build = last.build();
    this.spaces = last.spaces();
    this.closeness = last.closeness();
    this.commit = last.commit();
    this.writer = writer;
    this.held = new HeldPapers(writer);
    this.clock = clock;
  }

  /// Opens the index in `directory` for writing, after checking its files; makes it if there is
  /// none.
  ///
  /// @param spaces the models of the vectors that will be added
  /// @throws IndexException if the directory is something else, the index was made with other
  ///   models, somebody else writes to it, or a file is damaged
  public static PaperIndexWriter open(Path directory, List<Space> spaces) {
    return new BuildOpening(new IndexHome(directory), spaces, Clock.systemUTC(), Disk.REAL).open();
  }

  /// How `paper` stands to what the index holds, papers not yet committed included.
  public Standing standing(Paper paper) {
    Paper there = writing(() -> held.paper(paper.id()));
    if (there == null) {
      return Standing.NEW;
    }
    if (!there.title().equals(paper.title())
        || !there.abstractText().equals(paper.abstractText())) {
      return Standing.OTHER_TEXT;
    }
    return there.equals(paper) ? Standing.SAME : Standing.OTHER_RECORD;
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
    writing(() -> writer.updateDocument(HeldPapers.term(text), PaperDocument.of(text, vectors)));
    held.add(text);
    textsChanged = true;
  }

  /// Adds a paper, or puts it in the place of the one with its id.
  ///
  /// @param text the key of its text; absent if it has none
  /// @throws IllegalArgumentException if the index does not hold the text
  public void upsert(Paper paper, @Nullable TextKey text) {
    if (text != null && !holds(text)) {
      throw new IllegalArgumentException("the index does not hold the text of " + paper.id());
    }
    writing(
        () -> {
          writer.updateDocument(HeldPapers.term(paper.id()), PaperDocument.of(paper, text));
          held.put(paper, text);
          return true;
        });
  }

  /// Takes a paper out; its text stays as long as another paper has it.
  ///
  /// @return whether it was there
  public boolean delete(PaperId id) {
    return writing(
        () -> {
          boolean there = held.paper(id) != null;
          if (there) {
            writer.deleteDocuments(HeldPapers.term(id));
            held.delete(id);
          }
          return there;
        });
  }

  /// Makes everything so far survive a crash; does nothing if nothing has changed.
  ///
  /// @return the number of the last commit
  public long commit() {
    return writing(
        () -> {
          if (commit == 0 || writer.hasUncommittedChanges() || measured) {
            dropUnusedTexts();
            writer.setLiveCommitData(commitData().toMap().entrySet());
            writer.commit();
            commit++;
            measured = false;
          }
          return commit;
        });
  }

  private void dropUnusedTexts() throws IOException {
    held.refresh();
    for (TextKey text : held.takeUnused()) {
      writer.deleteDocuments(HeldPapers.term(text));
    }
    held.refresh();
  }

  private CommitData commitData() throws IOException {
    return new CommitData(
        build,
        commit + 1,
        spaces,
        held.count(FilterQuery.papers()),
        held.count(new FieldExistsQuery(PaperDocument.vector(0))),
        count(PaperDocument.BY_TITLE),
        count(PaperDocument.BY_NOTHING),
        closeness,
        clock.instant());
  }

  private int count(String knownBy) throws IOException {
    return held.count(new TermQuery(new Term(PaperDocument.KNOWN_BY, knownBy)));
  }

  /// Commits, merges the index into one part, so that a search visits one graph, unless the largest
  /// part holds nearly everything, as after a night with few new papers; and measures how close the
  /// papers are to each other.
  ///
  /// @param floor of the [Closeness]
  public void compact(double floor) {
    commit();
    writing(
        () -> {
          List<LeafReaderContext> parts = held.reader().leaves();
          int largest = parts.stream().mapToInt(part -> part.reader().numDocs()).max().orElse(0);
          int all = held.reader().numDocs();
          if (parts.size() > MAX_PARTS || (all - largest) * MAX_SHARE_OUTSIDE > all) {
            writer.forceMerge(1);
          }
          return true;
        });
    commit();
    measure(floor);
    commit();
  }

  private void measure(double floor) {
    writing(
        () -> {
          Closeness old = closeness;
          int texts = held.count(new FieldExistsQuery(PaperDocument.vector(0)));
          boolean known =
              old == null
                  ? texts < Closeness.LEAST_TEXTS
                  : old.texts() == texts && old.floor() == floor && !textsChanged;
          if (!known) {
            closeness = new ClosenessSample(held.reader(), spaces.size()).measure(floor);
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
