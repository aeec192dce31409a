package dev.akin.index;

import dev.akin.base.AkinException;
import dev.akin.base.Deadline;
import dev.akin.index.build.PaperLookup;
import dev.akin.index.build.PaperStatus;
import dev.akin.index.catalog.Browse;
import dev.akin.index.catalog.BrowsePosition;
import dev.akin.index.catalog.IdSuggestions;
import dev.akin.index.catalog.NameSearch;
import dev.akin.index.commit.CommitData;
import dev.akin.index.commit.IndexInfo;
import dev.akin.index.commit.OpenCommit;
import dev.akin.index.disk.IndexException;
import dev.akin.index.document.PaperIds;
import dev.akin.index.document.PaperRecord;
import dev.akin.index.document.PapersInOrder;
import dev.akin.index.document.StoredRoles;
import dev.akin.index.document.StoredSentences;
import dev.akin.index.document.StoredTitlePages;
import dev.akin.index.document.Tombstones;
import dev.akin.index.document.Vectors;
import dev.akin.index.search.Filter;
import dev.akin.index.search.FilterQuery;
import dev.akin.index.search.Hit;
import dev.akin.index.search.LexicalSearch;
import dev.akin.index.search.NearestOptions;
import dev.akin.index.search.NearestSearch;
import dev.akin.index.search.PartSearch;
import dev.akin.index.search.PhraseHit;
import dev.akin.index.search.PhraseSearch;
import dev.akin.index.search.QueryTerms;
import dev.akin.index.search.QueryText;
import dev.akin.index.search.RecallAtTen;
import dev.akin.index.search.RecallCheck;
import dev.akin.index.search.SearchTime;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.roles.PaperRoles;
import dev.akin.roles.Role;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import dev.akin.work.TitlePage;
import java.io.IOException;
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

/// One commit of an index: a version of it whose answers never change. A paper has a number here,
/// which means nothing in another snapshot; a parameter `paper` is such a number. Safe for use by
/// many threads; close it.
///
/// The methods find papers by name, read them, search for them, and list them all. Each throws an
/// [IndexException] if the disk fails.
public final class IndexSnapshot implements AutoCloseable {
  /// The share of an answer's time that is left when its searches end: what they have found is
  /// still to be ranked, read and written.
  private static final int REST = 4;

  private final OpenCommit commit;
  private final Deadline deadline;
  private final SearchTime time;
  private boolean closed;

  IndexSnapshot(OpenCommit commit) {
    this(commit, Deadline.NEVER);
  }

  private IndexSnapshot(OpenCommit commit, Deadline deadline) {
    this.commit = commit;
    this.deadline = deadline;
    this.time = new SearchTime(deadline.leaving(deadline.limit().dividedBy(REST)));
  }

  /// The same commit, for one answer that is of no use after a deadline. Close it, too.
  ///
  /// When three quarters of the time are over, [#nearest], [#lexical] and [#phrase] end with what
  /// they have found ([#endedEarly]). Other searches then fail, and after the deadline all methods
  /// do, with an [IndexException] of the kind `LATE`.
  public IndexSnapshot until(Deadline other) {
    if (!commit.acquire()) {
      throw new IllegalStateException("the snapshot is closed");
    }
    return new IndexSnapshot(commit, other);
  }

  /// When an answer from this snapshot is of no use any more.
  public Deadline deadline() {
    return deadline;
  }

  /// Whether a search has ended before it had met all papers.
  public boolean endedEarly() {
    return time.isOver();
  }

  /// Requires that all searches so far are complete.
  ///
  /// @throws IndexException of the kind `LATE` if one has ended early
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

  /// Describes the commit.
  public IndexInfo info() {
    return commit.info();
  }

  /// The number of a paper; empty if there is no such paper.
  ///
  /// @param name its exact id; or an identifier with a scheme, such as `doi:10.1145/3`, in any
  ///   case. Of several papers with that identifier, it is the first in the order of ids
  public OptionalInt find(String name) {
    return reading(() -> new NameSearch(commit).find(name));
  }

  /// The number of a paper that somebody identifies in a search box; empty if there is no such
  /// paper.
  ///
  /// @param name an id in any case, or an identifier or address as people paste it
  public OptionalInt typed(String name) {
    return reading(() -> new NameSearch(commit).typed(name));
  }

  /// Suggests ids for one that does not exist, the likeliest first.
  ///
  /// @param count maximum number of ids, at least 1
  public List<PaperId> suggest(String id, int count) {
    requirePositive(count);
    return whole(() -> new IdSuggestions(commit, time).suggest(id, count));
  }

  /// The papers with a title, as [dev.akin.paper.TitleKey] compares titles, in the order of ids.
  ///
  /// @param count maximum number of papers, at least 1
  public List<Integer> titled(String title, int count) {
    requirePositive(count);
    return reading(() -> new NameSearch(commit).titled(title, count));
  }

  /// The id of a paper.
  public PaperId id(int paper) {
    return reading(() -> new PaperIds(commit.reader()).id(paper));
  }

  /// A paper, as it was written into the index.
  public Paper paper(int paper) {
    return reading(() -> PaperRecord.read(commit.reader(), paper));
  }

  /// Papers by number, as they were written into the index.
  public Map<Integer, Paper> papers(Collection<Integer> papers) {
    return reading(() -> PaperRecord.read(commit.reader(), papers));
  }

  /// The title pages of papers, by number.
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

  /// The embeddings of a paper's text, one for each model of the index; none if it has no text.
  public List<Embedding> embeddings(int paper) {
    return reading(
        () -> {
          int text = commit.texts().textOf(paper);
          return text < 0 ? List.of() : Vectors.all(commit.reader(), info().spaces(), text);
        });
  }

  /// The embeddings of a paper's sentences by the first model; absent if it has no text.
  public @Nullable SentenceEmbeddings sentences(int paper) {
    return reading(
        () -> {
          int text = commit.texts().textOf(paper);
          Space space = info().spaces().getFirst();
          return text < 0 ? null : new StoredSentences(commit.reader(), space).of(text);
        });
  }

  /// What a paper's sentences are about.
  public PaperRoles roles(int paper) {
    return reading(() -> new StoredRoles(commit.reader()).of(paper));
  }

  /// Compares a paper with what the index has of it.
  public PaperStatus status(Paper paper) {
    return reading(() -> new PaperLookup(commit.reader()).status(paper));
  }

  /// The papers nearest to `query`, with their cosines; ties in the order of ids.
  ///
  /// @param count maximum number of papers, at least 1
  /// @throws IllegalArgumentException if the index has no vectors in the space of `query`
  public List<Hit> nearest(Embedding query, int count, NearestOptions options) {
    int column = column(query.space());
    requirePositive(count);
    return reading(
        () -> new NearestSearch(commit, time, column).search(query.toArray(), count, options));
  }

  /// The cosines of given papers, nearest first; ties in the order of ids. Papers without a vector
  /// are left out.
  ///
  /// @throws IllegalArgumentException if the index has no vectors in the space of `query`
  public List<Hit> nearest(Embedding query, int[] papers) {
    int column = column(query.space());
    return reading(() -> new NearestSearch(commit, time, column).among(query.toArray(), papers));
  }

  /// The cosines of `query` with those parts of papers that have a role, by number. Papers of which
  /// nothing has it are left out.
  ///
  /// @param query in the space of the first model, whose sentences the index has
  /// @throws IllegalArgumentException if `query` is in another space
  public Map<Integer, Double> cosines(Embedding query, Role role, int[] papers) {
    query.space().requireSame(info().spaces().getFirst());
    return reading(() -> new PartSearch(commit, role).cosines(query.toArray(), papers));
  }

  /// The words that say most about texts: frequent in them and rare in the index.
  public QueryTerms words(List<QueryText> texts) {
    return reading(() -> new LexicalSearch(commit, time).words(texts));
  }

  /// The papers that have some of the strongest words, best first; ties in the order of ids. The
  /// scores are rough: they serve to find papers, not to compare them.
  ///
  /// @param words of this snapshot
  /// @param count maximum number of papers, at least 1
  public List<Hit> lexical(QueryTerms words, int count, Filter filter) {
    requirePositive(count);
    return reading(() -> new LexicalSearch(commit, time).search(words, count, filter));
  }

  /// The scores of given papers by all of the words, best first. A score is a BM25, as a share of
  /// the score of the text that the words are from: 0 to about 1. Papers with none of the words are
  /// left out.
  ///
  /// @param words of this snapshot
  public List<Hit> lexical(QueryTerms words, int[] papers) {
    return reading(() -> new LexicalSearch(commit, time).score(words, papers));
  }

  /// The papers that have a phrase word for word, the best place first.
  ///
  /// @param count maximum number of papers, at least 1
  public List<PhraseHit> phrase(String phrase, int count, Filter filter) {
    requirePositive(count);
    return reading(() -> new PhraseSearch(commit, time).search(phrase, count, filter));
  }

  /// Papers by date, newest first; those of the same date in the order of ids, those without a date
  /// last.
  ///
  /// @param after the last paper of the previous page; absent for the first page
  /// @param count maximum number of papers, at least 1
  public List<Paper> browse(Filter filter, @Nullable BrowsePosition after, int count) {
    requirePositive(count);
    return whole(() -> new Browse(commit, time).page(filter, after, count));
  }

  /// How many papers pass a filter.
  public int count(Filter filter) {
    return whole(() -> time.searcher(commit).count(FilterQuery.of(filter)));
  }

  /// What there is to search for: names, categories, and how many papers have them.
  public IndexContents contents() {
    return new IndexContents(this, commit, time);
  }

  /// Passes the number of every paper to `each`, in no particular order.
  public void scan(IntConsumer each) {
    reading(() -> new PaperIds(commit.reader()).forEach(each));
  }

  /// Passes the number of every paper to `each`, in the order of ids as UTF-8.
  public void inOrder(IntConsumer each) {
    reading(() -> new PapersInOrder(commit.reader()).forEach((id, paper) -> each.accept(paper)));
  }

  /// Passes every paper that has a vector, with the vector, to `each`, in the order of ids as
  /// UTF-8.
  ///
  /// @param space one of the index's spaces
  /// @param each must not keep the array
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

  /// The papers that were deleted permanently, in the order of ids.
  public List<PaperId> deleted() {
    return reading(() -> Tombstones.in(commit.reader()));
  }

  /// The notes of the commit, by name.
  Map<String, String> notes() {
    return reading(() -> CommitData.of(commit.reader()).notes());
  }

  /// Compares graph search with exact search. The queries are random papers of the index.
  ///
  /// @param samples how many papers to search for
  /// @param share the share of papers that a random filter keeps, above 0 to 1
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

  /// Computes something from this commit. If a file was cut off meanwhile, the result is worthless,
  /// and so is a failure: then neither is given.
  ///
  /// @throws IndexException if a file was cut off, in an index that was opened with
  ///   [PaperIndex.Check#FILES]
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
