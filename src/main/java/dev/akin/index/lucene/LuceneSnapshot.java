package dev.akin.index.lucene;

import dev.akin.base.AkinException;
import dev.akin.base.Deadline;
import dev.akin.index.lucene.build.PaperLookup;
import dev.akin.index.lucene.catalog.Browse;
import dev.akin.index.lucene.catalog.IdSuggestions;
import dev.akin.index.lucene.catalog.NameSearch;
import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.document.PaperIds;
import dev.akin.index.lucene.document.PapersInOrder;
import dev.akin.index.lucene.document.StoredPapers;
import dev.akin.index.lucene.document.StoredRoles;
import dev.akin.index.lucene.document.StoredSentences;
import dev.akin.index.lucene.document.StoredTitlePages;
import dev.akin.index.lucene.document.Tombstones;
import dev.akin.index.lucene.document.Vectors;
import dev.akin.index.lucene.search.FilterQuery;
import dev.akin.index.lucene.search.LexicalSearch;
import dev.akin.index.lucene.search.NearestSearch;
import dev.akin.index.lucene.search.PartSearch;
import dev.akin.index.lucene.search.PhraseSearch;
import dev.akin.index.lucene.search.RecallCheck;
import dev.akin.index.lucene.search.SearchTime;
import dev.akin.index.store.BrowsePosition;
import dev.akin.index.store.Filter;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexContents;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.PaperStatus;
import dev.akin.index.store.PhraseHit;
import dev.akin.index.store.RecallAtTen;
import dev.akin.index.word.QueryTerms;
import dev.akin.index.word.QueryText;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.roles.PaperRoles;
import dev.akin.roles.Role;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import dev.akin.work.TitlePage;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.apache.lucene.util.IORunnable;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/// One commit of an index in a folder.
final class LuceneSnapshot implements IndexSnapshot {
  /// The share of an answer's time that is left when its searches end: what they have found is
  /// still to be ranked, read and written.
  private static final int REST = 4;

  private final OpenCommit commit;
  private final Deadline deadline;
  private final SearchTime time;
  private boolean closed;

  LuceneSnapshot(OpenCommit commit) {
    this(commit, Deadline.NEVER);
  }

  private LuceneSnapshot(OpenCommit commit, Deadline deadline) {
    this.commit = commit;
    this.deadline = deadline;
    this.time =
        new SearchTime(deadline.leaving(Duration.ofNanos(deadline.limit().toNanos() / REST)));
  }

  @Override
  public IndexSnapshot until(Deadline other) {
    if (!commit.acquire()) {
      throw new IllegalStateException("the snapshot is closed");
    }
    return new LuceneSnapshot(commit, other);
  }

  @Override
  public Deadline deadline() {
    return deadline;
  }

  @Override
  public boolean endedEarly() {
    return time.isOver();
  }

  @Override
  public void requireWhole() {
    if (endedEarly()) {
      throw late();
    }
  }

  private IndexException late() {
    return new IndexException(
        AkinException.Kind.LATE,
        "the search did not end within " + deadline.limit().toMillis() + " ms");
  }

  @Override
  public IndexInfo info() {
    return commit.info();
  }

  @Override
  public OptionalInt find(String name) {
    return reading(() -> new NameSearch(commit).find(name));
  }

  @Override
  public OptionalInt typed(String name) {
    return reading(() -> new NameSearch(commit).typed(name));
  }

  @Override
  public List<PaperId> suggest(String id, int count) {
    requirePositive(count);
    return whole(() -> new IdSuggestions(commit, time).suggest(id, count));
  }

  @Override
  public List<Integer> titled(String title, int count) {
    requirePositive(count);
    return reading(() -> new NameSearch(commit).titled(title, count));
  }

  @Override
  public PaperId id(int paper) {
    return reading(() -> new PaperIds(commit.reader()).id(paper));
  }

  @Override
  public Paper paper(int paper) {
    return reading(() -> StoredPapers.read(commit.reader(), paper));
  }

  @Override
  public Map<Integer, Paper> papers(Collection<Integer> papers) {
    return reading(() -> StoredPapers.read(commit.reader(), papers));
  }

  @Override
  public Map<Integer, TitlePage> titlePages(Collection<Integer> papers) {
    return reading(
        () -> {
          StoredTitlePages stored = new StoredTitlePages(commit.reader());
          Map<Integer, TitlePage> pages = new HashMap<>();
          for (int paper : new TreeSet<>(papers)) {
            pages.put(paper, stored.of(paper));
          }
          return pages;
        });
  }

  @Override
  public List<Embedding> embeddings(int paper) {
    return reading(
        () -> {
          int text = commit.texts().textOf(paper);
          return text < 0 ? List.of() : Vectors.all(commit.reader(), info().spaces(), text);
        });
  }

  @Override
  public Map<Integer, List<Embedding>> embeddings(Collection<Integer> papers) {
    Map<Integer, List<Embedding>> embeddings = new HashMap<>();
    papers.forEach(paper -> embeddings.put(paper, embeddings(paper)));
    return embeddings;
  }

  @Override
  public @Nullable SentenceEmbeddings sentences(int paper) {
    return reading(
        () -> {
          int text = commit.texts().textOf(paper);
          Space space = info().spaces().getFirst();
          return text < 0 ? null : new StoredSentences(commit.reader(), space).of(text);
        });
  }

  @Override
  public PaperRoles roles(int paper) {
    return reading(() -> new StoredRoles(commit.reader()).of(paper));
  }

  @Override
  public PaperStatus status(Paper paper) {
    return reading(() -> new PaperLookup(commit.reader()).status(paper));
  }

  @Override
  public List<Hit> nearest(Embedding query, int count, NearestOptions options) {
    int column = column(query.space());
    requirePositive(count);
    return reading(
        () -> new NearestSearch(commit, time, column).search(query.toArray(), count, options));
  }

  @Override
  public List<Hit> nearest(Embedding query, int[] papers) {
    int column = column(query.space());
    return reading(() -> new NearestSearch(commit, time, column).among(query.toArray(), papers));
  }

  @Override
  public Map<Integer, Double> cosines(Embedding query, Role role, int[] papers) {
    query.space().requireSame(info().spaces().getFirst());
    return reading(() -> new PartSearch(commit, role).cosines(query.toArray(), papers));
  }

  @Override
  public QueryTerms words(List<QueryText> texts) {
    return reading(() -> new LexicalSearch(commit, time).words(texts));
  }

  @Override
  public List<Hit> lexical(QueryTerms words, int count, Filter filter) {
    requirePositive(count);
    return reading(() -> new LexicalSearch(commit, time).search(words, count, filter));
  }

  @Override
  public List<Hit> lexical(QueryTerms words, int[] papers) {
    return reading(() -> new LexicalSearch(commit, time).score(words, papers));
  }

  @Override
  public List<PhraseHit> phrase(String phrase, int count, Filter filter) {
    requirePositive(count);
    return reading(() -> new PhraseSearch(commit, time).search(phrase, count, filter));
  }

  @Override
  public List<Paper> browse(Filter filter, @Nullable BrowsePosition after, int count) {
    requirePositive(count);
    return whole(() -> new Browse(commit, time).page(filter, after, count));
  }

  @Override
  public int count(Filter filter) {
    return whole(() -> time.searcher(commit).count(FilterQuery.of(filter)));
  }

  @Override
  public IndexContents contents() {
    return new LuceneContents(this, commit, time);
  }

  @Override
  public void scan(IntConsumer each) {
    reading(() -> new PaperIds(commit.reader()).forEach(each));
  }

  @Override
  public void inOrder(IntConsumer each) {
    reading(() -> new PapersInOrder(commit.reader()).forEach((id, paper) -> each.accept(paper)));
  }

  @Override
  public void vectors(Space space, BiConsumer<PaperId, float[]> each) {
    Vectors vectors = new Vectors(commit.reader(), column(space));
    reading(
        () ->
            new PapersInOrder(commit.reader())
                .forEach(
                    (id, paper) -> {
                      int text = commit.texts().textOf(paper);
                      if (text >= 0) {
                        each.accept(new PaperId(id), vectors.of(text));
                      }
                    }));
  }

  @Override
  public List<PaperId> deleted() {
    return reading(() -> Tombstones.in(commit.reader()));
  }

  /// The notes of the commit, by name.
  Map<String, String> notes() {
    return reading(() -> OpenCommit.dataOf(commit.reader()).notes());
  }

  @Override
  public RecallAtTen recall(int samples, double share, long seed) {
    return reading(() -> new RecallCheck(commit, seed).check(samples, share));
  }

  private int column(Space space) {
    int column = info().spaces().indexOf(space);
    if (column < 0) {
      throw new IllegalArgumentException("the query is of another model than the index");
    }
    return column;
  }

  static void requirePositive(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count " + count + " is not positive");
    }
  }

  @Override
  public <T> T undamaged(Supplier<T> compute) {
    try {
      return compute.get();
    } finally {
      commit.requireUndamaged();
    }
  }

  private void reading(IORunnable reading) {
    reading(
        () -> {
          reading.run();
          return true;
        });
  }

  /// Reads what is of no use if a part is missing.
  <T> T whole(IOSupplier<T> reading) {
    T all = reading(reading);
    requireWhole();
    return all;
  }

  private <T extends @Nullable Object> T reading(IOSupplier<T> reading) {
    if (deadline.hasPassed()) {
      throw late();
    }
    try {
      return reading.get();
    } catch (IOException | InternalError e) {
      // An InternalError means that a file was cut off, or the disk cannot read it.
      throw new IndexException(
          AkinException.Kind.IO,
          commit.reader().directory() + ": cannot be read: " + AkinException.reason(e),
          e);
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      commit.release();
    }
  }
}
