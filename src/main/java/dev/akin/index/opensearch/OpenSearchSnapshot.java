package dev.akin.index.opensearch;

import dev.akin.base.AkinException;
import dev.akin.base.Deadline;
import dev.akin.index.opensearch.search.ClusterCheck;
import dev.akin.index.opensearch.search.Contents;
import dev.akin.index.opensearch.search.NamedPapers;
import dev.akin.index.opensearch.search.PaperLists;
import dev.akin.index.opensearch.search.RecallSample;
import dev.akin.index.opensearch.search.StoredFields;
import dev.akin.index.opensearch.search.VectorSearch;
import dev.akin.index.opensearch.search.View;
import dev.akin.index.opensearch.search.WordSearch;
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
import dev.akin.index.store.Verification;
import dev.akin.index.store.VerifyOptions;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One commit of an index in a cluster. Its searches are whole or fail; none ends early.
final class OpenSearchSnapshot implements IndexSnapshot {
  /// The share of an answer's time that is left when the cluster's time is over: what was found for
  /// some of a reader's interests is still to be merged and written.
  private static final int REST = 20;

  private final View view;
  private final Deadline deadline;
  private final Deadline searching;
  private boolean closed;

  OpenSearchSnapshot(View view, Deadline deadline) {
    this.view = view;
    this.deadline = deadline;
    this.searching = deadline.leaving(deadline.limit().dividedBy(REST));
  }

  @Override
  public IndexSnapshot until(Deadline other) {
    if (!view.point().acquire()) {
      throw new IllegalStateException("the snapshot is closed");
    }
    return new OpenSearchSnapshot(view, other);
  }

  @Override
  public Deadline deadline() {
    return deadline;
  }

  @Override
  public boolean endedEarly() {
    return false;
  }

  @Override
  public void requireWhole() {
    if (searching.hasPassed()) {
      throw new IndexException(
          AkinException.Kind.LATE,
          "the search did not end within " + deadline.limit().toMillis() + " ms");
    }
  }

  @Override
  public IndexInfo info() {
    return view.info();
  }

  private NamedPapers names() {
    return new NamedPapers(view, searching);
  }

  private StoredFields stored() {
    return new StoredFields(view, searching);
  }

  private PaperLists lists() {
    return new PaperLists(view, searching);
  }

  private WordSearch wordSearch() {
    return new WordSearch(view, searching);
  }

  @Override
  public OptionalInt find(String name) {
    return names().find(name);
  }

  @Override
  public OptionalInt typed(String name) {
    return names().typed(name);
  }

  @Override
  public List<PaperId> suggest(String id, int count) {
    requirePositive(count);
    return names().suggest(id, count);
  }

  @Override
  public List<Integer> titled(String title, int count) {
    requirePositive(count);
    return names().titled(title, count);
  }

  @Override
  public PaperId id(int paper) {
    return view.id(paper);
  }

  @Override
  public Paper paper(int paper) {
    return view.one(paper, stored().papers(List.of(paper)));
  }

  @Override
  public Map<Integer, Paper> papers(Collection<Integer> papers) {
    return stored().papers(papers);
  }

  @Override
  public Map<Integer, TitlePage> titlePages(Collection<Integer> papers) {
    return stored().titlePages(papers);
  }

  @Override
  public List<Embedding> embeddings(int paper) {
    return view.one(paper, embeddings(List.of(paper)));
  }

  @Override
  public Map<Integer, List<Embedding>> embeddings(Collection<Integer> papers) {
    return stored().embeddings(papers);
  }

  @Override
  public @Nullable SentenceEmbeddings sentences(int paper) {
    return stored().sentences(paper);
  }

  @Override
  public PaperRoles roles(int paper) {
    return view.one(paper, stored().roles(List.of(paper)));
  }

  @Override
  public PaperStatus status(Paper paper) {
    return names().status(paper);
  }

  @Override
  public List<Hit> nearest(Embedding query, int count, NearestOptions options) {
    VectorSearch search = vectorSearch(query.space());
    requirePositive(count);
    return search.search(query.toArray(), count, options);
  }

  @Override
  public List<Hit> nearest(Embedding query, int[] papers) {
    return vectorSearch(query.space()).among(query.toArray(), papers);
  }

  private VectorSearch vectorSearch(Space space) {
    return new VectorSearch(view, column(space), searching);
  }

  private int column(Space space) {
    int column = info().spaces().indexOf(space);
    if (column < 0) {
      throw new IllegalArgumentException("the query is of another model than the index");
    }
    return column;
  }

  @Override
  public Map<Integer, Double> cosines(Embedding query, Role role, int[] papers) {
    query.space().requireSame(info().spaces().getFirst());
    return stored().cosines(query.toArray(), role, papers);
  }

  @Override
  public QueryTerms words(List<QueryText> texts) {
    return wordSearch().words(texts);
  }

  @Override
  public List<Hit> lexical(QueryTerms words, int count, Filter filter) {
    requirePositive(count);
    return wordSearch().search(words, count, filter);
  }

  @Override
  public List<Hit> lexical(QueryTerms words, int[] papers) {
    return wordSearch().score(words, papers);
  }

  @Override
  public List<PhraseHit> phrase(String phrase, int count, Filter filter) {
    requirePositive(count);
    return wordSearch().phrase(phrase, count, filter);
  }

  @Override
  public List<Paper> browse(Filter filter, @Nullable BrowsePosition after, int count) {
    requirePositive(count);
    return lists().page(filter, after, count);
  }

  @Override
  public int count(Filter filter) {
    return lists().count(filter);
  }

  @Override
  public IndexContents contents() {
    return new Contents(view, searching);
  }

  @Override
  public void scan(IntConsumer each) {
    inOrder(each);
  }

  @Override
  public void inOrder(IntConsumer each) {
    lists().inOrder(each);
  }

  @Override
  public void vectors(Space space, BiConsumer<PaperId, float[]> each) {
    stored().vectors(column(space), each);
  }

  @Override
  public List<PaperId> deleted() {
    return lists().deleted();
  }

  @Override
  public RecallAtTen recall(int samples, double share, long seed) {
    return new RecallSample(view, seed).check(samples, share);
  }

  /// Checks everything in the commit.
  Verification verify(VerifyOptions options) {
    return new ClusterCheck(view, options).run();
  }

  private static void requirePositive(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count " + count + " is not positive");
    }
  }

  /// A cluster compares the checksums of what it reads.
  @Override
  public <T> T undamaged(Supplier<T> compute) {
    return compute.get();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      view.point().release();
    }
  }
}
