package dev.akin.index.store;

import dev.akin.base.Deadline;
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

/// One commit of an index: a version of it whose answers never change. A paper has a number here,
/// which means nothing in another snapshot; a parameter `paper` is such a number. Safe for use by
/// many threads; close it.
///
/// The methods find papers by name, read them, search for them, and list them all. Each throws an
/// [IndexException] if the disk fails.
public interface IndexSnapshot extends AutoCloseable {
  /// The same commit, for one answer that is of no use after a deadline. Close it, too.
  ///
  /// When three quarters of the time are over, [#nearest], [#lexical] and [#phrase] end with what
  /// they have found ([#endedEarly]). Other searches then fail, and after the deadline all methods
  /// do, with an [IndexException] of the kind `LATE`.
  IndexSnapshot until(Deadline other);

  /// When an answer from this snapshot is of no use any more.
  Deadline deadline();

  /// Whether a search has ended before it had met all papers.
  boolean endedEarly();

  /// Requires that all searches so far are complete.
  ///
  /// @throws IndexException of the kind `LATE` if one has ended early
  void requireWhole();

  /// Describes the commit.
  IndexInfo info();

  /// The number of a paper; empty if there is no such paper.
  ///
  /// @param name its exact id; or an identifier with a scheme, such as `doi:10.1145/3`, in any
  ///   case. Of several papers with that identifier, it is the first in the order of ids
  OptionalInt find(String name);

  /// The number of a paper that somebody identifies in a search box; empty if there is no such
  /// paper.
  ///
  /// @param name an id in any case, or an identifier or address as people paste it
  OptionalInt typed(String name);

  /// Suggests ids for one that does not exist, the likeliest first.
  ///
  /// @param count maximum number of ids, at least 1
  List<PaperId> suggest(String id, int count);

  /// The papers with a title, as [dev.akin.paper.TitleKey] compares titles, in the order of ids.
  ///
  /// @param count maximum number of papers, at least 1
  List<Integer> titled(String title, int count);

  /// The id of a paper.
  PaperId id(int paper);

  /// A paper, as it was written into the index.
  Paper paper(int paper);

  /// Papers by number, as they were written into the index.
  Map<Integer, Paper> papers(Collection<Integer> papers);

  /// The title pages of papers, by number.
  Map<Integer, TitlePage> titlePages(Collection<Integer> papers);

  /// The embeddings of a paper's text, one for each model of the index; none if it has no text.
  List<Embedding> embeddings(int paper);

  /// The same of several papers, by number.
  Map<Integer, List<Embedding>> embeddings(Collection<Integer> papers);

  /// The embeddings of a paper's sentences by the first model; absent if it has no text.
  @Nullable SentenceEmbeddings sentences(int paper);

  /// What a paper's sentences are about.
  PaperRoles roles(int paper);

  /// Compares a paper with what the index has of it.
  PaperStatus status(Paper paper);

  /// The papers nearest to `query`, with their cosines; ties in the order of ids.
  ///
  /// @param count maximum number of papers, at least 1
  /// @throws IllegalArgumentException if the index has no vectors in the space of `query`
  List<Hit> nearest(Embedding query, int count, NearestOptions options);

  /// The cosines of given papers, nearest first; ties in the order of ids. Papers without a vector
  /// are left out.
  ///
  /// @throws IllegalArgumentException if the index has no vectors in the space of `query`
  List<Hit> nearest(Embedding query, int[] papers);

  /// The cosines of `query` with those parts of papers that have a role, by number. Papers of which
  /// nothing has it are left out.
  ///
  /// @param query in the space of the first model, whose sentences the index has
  /// @throws IllegalArgumentException if `query` is in another space
  Map<Integer, Double> cosines(Embedding query, Role role, int[] papers);

  /// The words that say most about texts: frequent in them and rare in the index.
  QueryTerms words(List<QueryText> texts);

  /// The papers that have some of the strongest words, best first; ties in the order of ids. The
  /// scores are rough: they serve to find papers, not to compare them.
  ///
  /// @param words of this snapshot
  /// @param count maximum number of papers, at least 1
  List<Hit> lexical(QueryTerms words, int count, Filter filter);

  /// The scores of given papers by all of the words, best first. A score is a BM25, as a share of
  /// the score of the text that the words are from: 0 to about 1. Papers with none of the words are
  /// left out.
  ///
  /// @param words of this snapshot
  List<Hit> lexical(QueryTerms words, int[] papers);

  /// The papers that have a phrase word for word, the best place first.
  ///
  /// @param count maximum number of papers, at least 1
  List<PhraseHit> phrase(String phrase, int count, Filter filter);

  /// Papers by date, newest first; those of the same date in the order of ids, those without a date
  /// last.
  ///
  /// @param after the last paper of the previous page; absent for the first page
  /// @param count maximum number of papers, at least 1
  List<Paper> browse(Filter filter, @Nullable BrowsePosition after, int count);

  /// How many papers pass a filter.
  int count(Filter filter);

  /// What there is to search for: names, categories, and how many papers have them.
  IndexContents contents();

  /// Passes the number of every paper to `each`, in no particular order.
  void scan(IntConsumer each);

  /// Passes the number of every paper to `each`, in the order of ids as UTF-8.
  void inOrder(IntConsumer each);

  /// Passes every paper that has a vector, with the vector, to `each`, in the order of ids as
  /// UTF-8.
  ///
  /// @param space one of the index's spaces
  /// @param each must not keep the array
  void vectors(Space space, BiConsumer<PaperId, float[]> each);

  /// The papers that were deleted permanently, in the order of ids.
  List<PaperId> deleted();

  /// Compares graph search with exact search. The queries are random papers of the index.
  ///
  /// @param samples how many papers to search for
  /// @param share the share of papers that a random filter keeps, above 0 to 1
  RecallAtTen recall(int samples, double share, long seed);

  /// Computes something from this commit. If a file was cut off meanwhile, the result is worthless,
  /// and so is a failure: then neither is given.
  ///
  /// @throws IndexException if a file was cut off, in an index that was opened with
  ///   [PaperIndex.Check#FILES]
  <T> T undamaged(Supplier<T> compute);

  @Override
  void close();
}
