package dev.akin.index;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
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

  private static final double BUFFER_MB = 64;

  /// Parts of the index, and one in so many papers outside the largest, beyond which all are
  /// merged.
  private static final int MAX_PARTS = 8;

  private static final int MAX_SHARE_OUTSIDE = 10;

  private final Path path;
  private final String build;
  private final Space space;
  private final IndexWriter writer;
  private final Clock clock;
  private long commit;
  private DirectoryReader reader;
  private IndexSearcher searcher;

  /// What became of papers since `reader` was opened.
  private final Map<PaperId, Change> changed = new HashMap<>();

  /// Texts since `reader` was opened.
  private final Set<TextKey> added = new HashSet<>();

  /// Texts that may have lost their last paper.
  private final Set<TextKey> released = new HashSet<>();

  /// @param paper absent if it was deleted
  /// @param text absent if it has none
  private record Change(@Nullable Paper paper, @Nullable TextKey text) {}

  private PaperIndexWriter(Path path, String build, Space space, IndexWriter writer, Clock clock)
      throws IOException {
    this.path = path;
    this.build = build;
    this.space = space;
    this.writer = writer;
    this.clock = clock;
    this.reader = DirectoryReader.open(writer);
    this.searcher = new IndexSearcher(reader);
  }

  /// Opens the index in `directory` for writing, after checking its files; makes it if there is
  /// none.
  ///
  /// @param space the model of the vectors that will be added
  /// @throws IndexException if the directory is something else, the index was made with another
  ///   model, somebody else writes to it, or a file is damaged
  public static PaperIndexWriter open(Path directory, Space space) {
    return open(directory, space, Clock.systemUTC());
  }

  static PaperIndexWriter open(Path directory, Space space, Clock clock) {
    IndexHome home = new IndexHome(directory);
    Optional<String> build = home.currentBuild();
    return build.isPresent()
        ? openBuild(home.path(build.get()), space, clock)
        : create(home, space, clock);
  }

  private static PaperIndexWriter openBuild(Path path, Space space, Clock clock) {
    try (DirectoryReader found = DirectoryReader.open(FSDirectory.open(path))) {
      OpenCommit last = new OpenCommit(path.toString(), found);
      requireSame(path, space, last.info().space());
      IndexWriter lucene = lucene(path);
      try {
        last.checkFiles(null);
        PaperIndexWriter writer =
            new PaperIndexWriter(path, last.info().build(), space, lucene, clock);
        writer.commit = last.info().commit();
        return writer;
      } catch (IOException | RuntimeException e) {
        lucene.rollback();
        throw e;
      }
    } catch (IOException e) {
      throw PaperIndex.unreadable(path, e);
    }
  }

  private static void requireSame(Path path, Space wanted, Space found) {
    if (!wanted.identity().equals(found.identity())) {
      throw new IndexException(
          IndexException.Kind.OTHER_MODEL,
          "%s: made with model %s (%s), not %s (%s); %s"
              .formatted(
                  path,
                  found.model(),
                  found.identity(),
                  wanted.model(),
                  wanted.identity(),
                  String.join("; ", found.differences(wanted))));
    }
  }

  private static PaperIndexWriter create(IndexHome home, Space space, Clock clock) {
    home.requireEmptyOrAbsent();
    String build = newBuildId(clock);
    Path path = home.path(build);
    try {
      Files.createDirectories(path);
      PaperIndexWriter writer = new PaperIndexWriter(path, build, space, lucene(path), clock);
      writer.commit();
      home.switchTo(build);
      return writer;
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  private static String newBuildId(Clock clock) {
    String day = clock.instant().truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);
    String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    return (day + "-" + random).toLowerCase(Locale.ROOT);
  }

  private static IndexWriter lucene(Path path) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(Analyzers.PAPERS);
    config.setCodec(new PaperCodec());
    config.setRAMBufferSizeMB(BUFFER_MB);
    config.setCommitOnClose(false);
    try {
      return new IndexWriter(new SyncedDirectory(FSDirectory.open(path)), config);
    } catch (LockObtainFailedException e) {
      throw new IndexException(
          IndexException.Kind.IN_USE,
          "%s: another akin is writing to this index (it holds %s)"
              .formatted(path, path.resolve(IndexWriter.WRITE_LOCK_NAME)),
          e);
    }
  }

  /// How `paper` stands to what the index holds, papers not yet committed included.
  public Standing standing(Paper paper) {
    return writing(
        () -> {
          Paper held = held(paper.id());
          if (held == null) {
            return Standing.NEW;
          }
          if (!held.title().equals(paper.title())
              || !held.abstractText().equals(paper.abstractText())) {
            return Standing.OTHER_TEXT;
          }
          return held.equals(paper) ? Standing.SAME : Standing.OTHER_RECORD;
        });
  }

  private @Nullable Paper held(PaperId id) throws IOException {
    Change change = changed.get(id);
    if (change != null) {
      return change.paper();
    }
    int doc = document(id);
    return doc < 0 ? null : PaperDocument.read(reader.storedFields().document(doc));
  }

  private @Nullable TextKey heldText(PaperId id) throws IOException {
    Change change = changed.get(id);
    if (change != null) {
      return change.text();
    }
    int doc = document(id);
    return doc < 0 ? null : new PaperIds(reader).text(doc);
  }

  /// The number of a paper's document in `reader`, or a negative number.
  private int document(PaperId id) throws IOException {
    TopDocs found = searcher.search(new TermQuery(idTerm(id)), 1);
    return found.scoreDocs.length == 0 ? -1 : found.scoreDocs[0].doc;
  }

  /// Whether the index has the vector of a text already.
  public boolean holds(TextKey text) {
    return added.contains(text) || writing(() -> searcher.count(new TermQuery(keyTerm(text))) > 0);
  }

  /// Adds the vector of a text, for the papers that have it.
  ///
  /// @throws IllegalArgumentException if `embedding` is of another space than the index
  public void addText(TextKey text, Embedding embedding) {
    if (!embedding.space().identity().equals(space.identity())) {
      throw new IllegalArgumentException("the embedding is of another model than the index");
    }
    writing(() -> writer.updateDocument(keyTerm(text), PaperDocument.of(text, embedding)));
    added.add(text);
  }

  /// Adds a paper, or puts it in the place of the one with its id.
  ///
  /// @param text the key of its text, which the index holds; absent if it has none
  public void upsert(Paper paper, @Nullable TextKey text) {
    writing(
        () -> {
          release(heldText(paper.id()), text);
          return writer.updateDocument(idTerm(paper.id()), PaperDocument.of(paper, text));
        });
    changed.put(paper.id(), new Change(paper, text));
  }

  /// Takes a paper out; its text stays as long as another paper has it.
  ///
  /// @return whether it was there
  public boolean delete(PaperId id) {
    return writing(
        () -> {
          boolean there = held(id) != null;
          if (there) {
            release(heldText(id), null);
            writer.deleteDocuments(idTerm(id));
            changed.put(id, new Change(null, null));
          }
          return there;
        });
  }

  private void release(@Nullable TextKey old, @Nullable TextKey next) {
    if (old != null && !old.equals(next)) {
      released.add(old);
    }
  }

  /// Makes everything so far survive a crash; does nothing if nothing has changed.
  ///
  /// @return the number of the last commit
  public long commit() {
    return writing(
        () -> {
          if (commit == 0 || writer.hasUncommittedChanges()) {
            refresh();
            if (dropUnusedTexts()) {
              refresh();
            }
            writer.setLiveCommitData(commitData().toMap().entrySet());
            writer.commit();
            commit++;
          }
          return commit;
        });
  }

  /// Commits, and merges the index into one part, so that a search visits one graph; unless the
  /// largest part holds nearly everything, as after a night with few new papers.
  public void compact() {
    commit();
    writing(
        () -> {
          List<LeafReaderContext> parts = reader.leaves();
          int largest = parts.stream().mapToInt(part -> part.reader().numDocs()).max().orElse(0);
          if (parts.size() > MAX_PARTS
              || (reader.numDocs() - largest) * MAX_SHARE_OUTSIDE > reader.numDocs()) {
            writer.forceMerge(1);
          }
          return true;
        });
    commit();
  }

  /// Hands the id of every committed paper to `each`, and says how many there are.
  public long scan(Consumer<PaperId> each) {
    return writing(
        () -> {
          PaperIds ids = new PaperIds(reader);
          List<PaperId> all = ids.all();
          all.forEach(each);
          return (long) all.size();
        });
  }

  /// The id of the build that is written to.
  public String build() {
    return build;
  }

  private void refresh() throws IOException {
    DirectoryReader next = DirectoryReader.openIfChanged(reader, writer);
    if (next != null) {
      reader.close();
      reader = next;
      searcher = new IndexSearcher(next);
    }
    changed.clear();
    added.clear();
  }

  private boolean dropUnusedTexts() throws IOException {
    boolean dropped = false;
    for (TextKey text : released) {
      if (searcher.count(new TermQuery(new Term(PaperDocument.TEXT_TERM, text.value()))) == 0) {
        writer.deleteDocuments(keyTerm(text));
        dropped = true;
      }
    }
    released.clear();
    return dropped;
  }

  private CommitData commitData() throws IOException {
    return new CommitData(
        build,
        commit + 1,
        space,
        searcher.count(FilterQuery.papers()),
        searcher.count(new FieldExistsQuery(PaperDocument.VECTOR)),
        count(PaperDocument.BY_TITLE),
        count(PaperDocument.BY_NOTHING),
        clock.instant());
  }

  private int count(String knownBy) throws IOException {
    return searcher.count(new TermQuery(new Term(PaperDocument.KNOWN_BY, knownBy)));
  }

  private static Term idTerm(PaperId id) {
    return new Term(PaperDocument.ID, id.value());
  }

  private static Term keyTerm(TextKey text) {
    return new Term(PaperDocument.KEY, text.value());
  }

  private interface Writing<T extends @Nullable Object> {
    T write() throws IOException;
  }

  private <T extends @Nullable Object> T writing(Writing<T> writing) {
    try {
      return writing.write();
    } catch (IOException | AlreadyClosedException e) {
      Throwable first = writer.getTragicException();
      IndexException failure = failure(path, first == null ? e : first);
      try {
        reader.close();
        writer.rollback();
      } catch (IOException | RuntimeException again) {
        failure.addSuppressed(again);
      }
      throw failure;
    }
  }

  private static IndexException failure(Path path, Throwable cause) {
    return new IndexException(
        IndexException.Kind.IO,
        "%s: cannot be written: %s (%s free); what was committed is safe, and the same command goes on from there"
            .formatted(path, cause.getMessage(), free(path)),
        cause);
  }

  private static String free(Path path) {
    try {
      FileStore store = Files.getFileStore(path);
      return "%,d MB".formatted(store.getUsableSpace() >> 20);
    } catch (IOException e) {
      return "unknown";
    }
  }

  /// Closes the index; what was not committed is gone.
  @Override
  public void close() {
    if (writer.isOpen()) {
      writing(
          () -> {
            reader.close();
            writer.rollback();
            return true;
          });
    }
  }
}
