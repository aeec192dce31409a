package dev.akin.index;

import dev.akin.paper.Identifiers;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Embedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/// One commit of an index: what it says never changes. Papers have numbers here, which mean nothing
/// in another snapshot. Safe for use by many threads; close it when its answer is given.
public final class IndexSnapshot implements AutoCloseable {
  private static final Sort BY_ID =
      new Sort(new SortField(PaperDocument.ID, SortField.Type.STRING));

  private final OpenCommit commit;
  private boolean closed;

  IndexSnapshot(OpenCommit commit) {
    this.commit = commit;
  }

  public IndexInfo info() {
    return commit.info();
  }

  /// The number of a paper.
  ///
  /// @param name its id, exactly; or another name of it with a scheme, such as `doi:10.1145/3`, in
  ///   any case; of several papers with that name it is the first in the order of ids
  public OptionalInt find(String name) {
    return reading(
        () -> {
          OptionalInt exact = new PaperIds(commit.reader()).paper(name);
          return exact.isPresent() || !Identifiers.hasScheme(name)
              ? exact
              : first(new Term(PaperDocument.ALIAS, Identifiers.canonical(name)));
        });
  }

  private OptionalInt first(Term term) throws IOException {
    TopDocs found = commit.searcher().search(new TermQuery(term), 1, BY_ID);
    return found.scoreDocs.length == 0
        ? OptionalInt.empty()
        : OptionalInt.of(found.scoreDocs[0].doc);
  }

  /// Up to `count` ids that look like one that is not there, the likeliest first.
  public List<PaperId> suggest(String id, int count) {
    requirePositive(count);
    return reading(() -> new IdSuggestions(commit).suggest(id, count));
  }

  /// A paper, as it was put into the index.
  ///
  /// @param paper its number in this snapshot
  public Paper paper(int paper) {
    return reading(() -> PaperDocument.read(commit.reader().storedFields().document(paper)));
  }

  /// Papers, as they were put into the index, in the order of `numbers`; faster than one by one.
  public List<Paper> papers(List<Integer> numbers) {
    return reading(
        () -> {
          StoredFields stored = commit.reader().storedFields();
          List<Paper> papers = new ArrayList<>(numbers.size());
          for (int number : numbers) {
            papers.add(PaperDocument.read(stored.document(number)));
          }
          return papers;
        });
  }

  /// The id of a paper.
  ///
  /// @param paper its number in this snapshot
  public PaperId id(int paper) {
    return reading(() -> new PaperIds(commit.reader()).id(paper));
  }

  /// The embedding of a paper's text; absent if it has none.
  ///
  /// @param paper its number in this snapshot
  public @Nullable Embedding embedding(int paper) {
    return reading(
        () -> {
          int text = commit.texts().textOf(paper);
          return text < 0
              ? null
              : Embedding.ofUnit(info().space(), new Vectors(commit.reader()).of(text));
        });
  }

  /// The papers nearest to `query`, with their cosines; ties in the order of ids.
  ///
  /// @param count at least 1
  /// @throws IllegalArgumentException if `query` is of another space
  public List<Hit> nearest(Embedding query, int count, NearestOptions options) {
    requireSpace(query);
    requirePositive(count);
    return reading(() -> new NearestSearch(commit).search(query.toArray(), count, options));
  }

  /// The cosines of given papers, nearest first; ties in the order of ids. Those without a vector
  /// are left out.
  ///
  /// @param papers their numbers in this snapshot
  /// @throws IllegalArgumentException if `query` is of another space
  public List<Hit> nearest(Embedding query, int[] papers) {
    requireSpace(query);
    return reading(() -> new NearestSearch(commit).among(query.toArray(), papers));
  }

  private void requireSpace(Embedding query) {
    if (!query.space().equals(info().space())) {
      throw new IllegalArgumentException("the query is of another model than the index");
    }
  }

  private static void requirePositive(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count " + count + " is not positive");
    }
  }

  /// The papers whose title and abstract have the words of `text`, with their BM25 scores; the
  /// words that say most about `text` count most. Ties in the order of ids.
  ///
  /// @param count at least 1
  public List<Hit> lexical(String text, int count, Filter filter) {
    requirePositive(count);
    return reading(() -> new LexicalSearch(commit).search(text, count, filter));
  }

  /// The BM25 scores of given papers, as [#lexical(String, int, Filter)] has them, best first.
  /// Those with none of the words are left out.
  ///
  /// @param papers their numbers in this snapshot
  public List<Hit> lexical(String text, int[] papers) {
    return reading(() -> new LexicalSearch(commit).among(text, papers));
  }

  /// Papers by date, newest first, those of one date in the order of ids, those without date last.
  ///
  /// @param after the last paper of the page before; absent for the first page
  /// @param count at least 1
  public List<Paper> browse(Filter filter, @Nullable BrowsePosition after, int count) {
    requirePositive(count);
    return reading(() -> new Browse(commit).page(filter, after, count));
  }

  /// How many papers pass a filter.
  public int count(Filter filter) {
    return reading(() -> commit.searcher().count(FilterQuery.of(filter)));
  }

  /// Hands the number of every paper to `each`.
  public void scan(IntConsumer each) {
    reading(
        () -> {
          new PaperIds(commit.reader()).forEach(each);
          return true;
        });
  }

  /// Compares the graph search with exact search, for random papers of the index.
  ///
  /// @param samples papers to search for
  /// @param share of the papers that a random filter keeps, above 0 to 1
  public RecallAtTen recall(int samples, double share, long seed) {
    return reading(() -> new RecallCheck(commit, seed).check(samples, share));
  }

  private interface Reading<T extends @Nullable Object> {
    T read() throws IOException;
  }

  private <T extends @Nullable Object> T reading(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new IndexException(
          IndexException.Kind.IO,
          commit.reader().directory() + ": cannot be read: " + e.getMessage(),
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
