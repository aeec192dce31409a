package dev.akin.index;

import dev.akin.base.AkinException;
import dev.akin.index.build.PaperLookup;
import dev.akin.index.build.PaperStatus;
import dev.akin.index.commit.CommitData;
import dev.akin.index.commit.IndexInfo;
import dev.akin.index.commit.OpenCommit;
import dev.akin.index.disk.IndexException;
import dev.akin.index.document.PaperDocument;
import dev.akin.index.document.PaperIds;
import dev.akin.index.document.PaperRecord;
import dev.akin.index.document.PapersInOrder;
import dev.akin.index.document.StoredSentences;
import dev.akin.index.document.TextTable;
import dev.akin.index.document.Tombstones;
import dev.akin.index.document.Vectors;
import dev.akin.index.search.Browse;
import dev.akin.index.search.BrowsePosition;
import dev.akin.index.search.ClosePairs;
import dev.akin.index.search.Filter;
import dev.akin.index.search.FilterQuery;
import dev.akin.index.search.Hit;
import dev.akin.index.search.IdSuggestions;
import dev.akin.index.search.LexicalSearch;
import dev.akin.index.search.NearestOptions;
import dev.akin.index.search.NearestSearch;
import dev.akin.index.search.PhraseSearch;
import dev.akin.index.search.QueryTerms;
import dev.akin.index.search.RecallAtTen;
import dev.akin.index.search.RecallCheck;
import dev.akin.paper.Identifiers;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.TitleKey;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
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
              : all(new Term(PaperDocument.ALIAS, Identifiers.canonical(name)), 1).stream()
                  .mapToInt(Integer::intValue)
                  .findFirst();
        });
  }

  private List<Integer> all(Term term, int count) throws IOException {
    TopDocs found = commit.searcher().search(new TermQuery(term), count, BY_ID);
    return Arrays.stream(found.scoreDocs).map(hit -> hit.doc).toList();
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
    return reading(() -> PaperRecord.read(commit.reader(), paper));
  }

  /// Papers, as they were put into the index, by number.
  public Map<Integer, Paper> papers(Collection<Integer> numbers) {
    return reading(() -> PaperRecord.read(commit.reader(), numbers));
  }

  /// The id of a paper.
  ///
  /// @param paper its number in this snapshot
  public PaperId id(int paper) {
    return reading(() -> new PaperIds(commit.reader()).id(paper));
  }

  /// The embeddings of a paper's text by each of the index's models; none if it has no text.
  ///
  /// @param paper its number in this snapshot
  public List<Embedding> embeddings(int paper) {
    return reading(
        () -> {
          int text = commit.texts().textOf(paper);
          List<Embedding> embeddings = new ArrayList<>();
          for (int column = 0; text >= 0 && column < info().spaces().size(); column++) {
            float[] vector = new Vectors(commit.reader(), column).of(text);
            embeddings.add(Embedding.ofUnit(info().spaces().get(column), vector));
          }
          return embeddings;
        });
  }

  /// The directions of the sentences of a paper's text by the first model; absent if it has no
  /// text.
  ///
  /// @param paper its number in this snapshot
  public @Nullable SentenceEmbeddings sentences(int paper) {
    return reading(
        () -> {
          int text = commit.texts().textOf(paper);
          return text < 0 ? null : new StoredSentences(commit.reader(), first()).of(text);
        });
  }

  private Space first() {
    return info().spaces().getFirst();
  }

  /// The papers nearest to `query`, with their cosines; ties in the order of ids.
  ///
  /// @param count at least 1
  /// @throws IllegalArgumentException if `query` is of a space that the index has not
  public List<Hit> nearest(Embedding query, int count, NearestOptions options) {
    int column = column(query);
    requirePositive(count);
    return reading(() -> new NearestSearch(commit, column).search(query.toArray(), count, options));
  }

  /// The cosines of given papers, nearest first; ties in the order of ids. Those without a vector
  /// are left out.
  ///
  /// @param papers their numbers in this snapshot
  /// @throws IllegalArgumentException if `query` is of a space that the index has not
  public List<Hit> nearest(Embedding query, int[] papers) {
    int column = column(query);
    return reading(() -> new NearestSearch(commit, column).among(query.toArray(), papers));
  }

  /// The place of a query's model among those of the index.
  private int column(Embedding query) {
    return column(query.space());
  }

  private int column(Space space) {
    int column = info().spaces().indexOf(space);
    if (column < 0) {
      throw new IllegalArgumentException("the query is of another model than the index");
    }
    return column;
  }

  private static void requirePositive(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count " + count + " is not positive");
    }
  }

  /// The words that say most about a text: frequent in it, rare among papers.
  ///
  /// @param title may be empty; its words count twice
  public QueryTerms words(String title, String abstractText) {
    return reading(() -> new LexicalSearch(commit).words(title, abstractText));
  }

  /// The papers that have the strongest of some words, best first; what they score here is only
  /// good to find them. Ties in the order of ids.
  ///
  /// @param words of this snapshot
  /// @param count at least 1
  public List<Hit> lexical(QueryTerms words, int count, Filter filter) {
    requirePositive(count);
    return reading(() -> new LexicalSearch(commit).search(words, count, filter));
  }

  /// What given papers score by all of the words, best first: BM25, as a share of what the text of
  /// the words itself would score, 0 to about 1. Those with none of the words are left out.
  ///
  /// @param words of this snapshot
  /// @param papers their numbers in this snapshot
  public List<Hit> lexical(QueryTerms words, int[] papers) {
    return reading(() -> new LexicalSearch(commit).score(words, papers));
  }

  /// The papers that have a phrase as it stands. A hit's score says where: 4 the title is the
  /// phrase, 3 the title has it, 2 the title has all of its words, 1 the abstract has it.
  ///
  /// @param count at least 1
  public List<Hit> phrase(String phrase, int count, Filter filter) {
    requirePositive(count);
    return reading(() -> new PhraseSearch(commit).search(phrase, count, filter));
  }

  /// Which of some papers are close to each other, or have the same title.
  ///
  /// @param papers their numbers in this snapshot
  /// @param leastCosine of their texts by the first model
  public ClosePairs closePairs(int[] papers, double leastCosine) {
    return reading(() -> ClosePairs.among(commit, papers, leastCosine));
  }

  /// The papers with a title, as [TitleKey] compares titles, in the order of ids.
  public List<Integer> titled(String title, int count) {
    requirePositive(count);
    return reading(() -> all(new Term(PaperDocument.TITLE_KEY, TitleKey.of(title)), count));
  }

  /// Papers by date, newest first, those of one date in the order of ids, those without date last.
  ///
  /// @param after the last paper of the page before; absent for the first page
  /// @param count at least 1
  public List<Paper> browse(Filter filter, @Nullable BrowsePosition after, int count) {
    requirePositive(count);
    return reading(() -> new Browse(commit).page(filter, after, count));
  }

  /// How `paper` stands to what is there of it.
  public PaperStatus standing(Paper paper) {
    return reading(() -> new PaperLookup(commit.reader()).standing(paper));
  }

  /// The papers that were deleted for good, in the order of ids.
  public List<PaperId> deleted() {
    return reading(() -> Tombstones.in(commit.reader()));
  }

  /// What was noted with the commit, by name.
  Map<String, String> notes() {
    return reading(() -> CommitData.of(commit.reader()).notes());
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

  /// Hands the number of every paper to `each`, in the order of ids as UTF-8.
  public void inOrder(IntConsumer each) {
    reading(
        () -> {
          new PapersInOrder(commit.reader()).forEach((id, paper) -> each.accept(paper));
          return true;
        });
  }

  /// Hands every paper that has a vector, with it, to `each`, in the order of ids as UTF-8.
  ///
  /// @param space one of the index's
  /// @param each must not keep the array
  public void vectors(Space space, BiConsumer<PaperId, float[]> each) {
    int column = column(space);
    reading(
        () -> {
          Vectors vectors = new Vectors(commit.reader(), column);
          TextTable texts = commit.texts();
          new PapersInOrder(commit.reader())
              .forEach(
                  (id, paper) -> {
                    if (texts.textOf(paper) >= 0) {
                      each.accept(new PaperId(id), vectors.of(texts.textOf(paper)));
                    }
                  });
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
          AkinException.Kind.IO,
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
