package dev.akin.index.store;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.TextVectors;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Changes an index. Everything before a [#commit] that returned survives a crash; a crash removes
/// all changes after it. An index has at most one writer at a time. For one thread; close it.
///
/// If anything fails, the writer goes back to the last commit and closes. It never tries anything
/// again.
public interface PaperIndexWriter extends AutoCloseable {
  /// The id of the build that is written to.
  String build();

  /// The number of the last commit.
  long lastCommit();

  /// Tells which papers are compared next, so that a store that is far away can look them up at
  /// once.
  ///
  /// @param texts makes the keys of their texts
  default void expect(List<Paper> papers, PaperTexts texts) {}

  /// Compares a paper with what the index has of it, committed or not.
  PaperStatus status(Paper paper);

  /// Whether the index already has the vectors of a text.
  boolean holds(TextKey text);

  /// Adds the vectors of a text. If no paper has the text at the next commit, they are deleted.
  ///
  /// @throws IllegalArgumentException if `vectors` are not in the spaces of the index
  void addText(TextKey text, TextVectors vectors);

  /// Adds a paper, or replaces the one with the same id.
  ///
  /// @param text the key of its text; absent if it has none
  /// @throws IllegalArgumentException if the index does not have the vectors of the text, or the
  ///   paper was deleted permanently
  void upsert(Paper paper, @Nullable TextKey text);

  /// Deletes a paper. Its text stays as long as another paper has it.
  ///
  /// @return whether there was such a paper
  boolean delete(PaperId id);

  /// Deletes a paper and prevents it from being added again until [#forget].
  ///
  /// @return whether there was such a paper
  boolean deletePermanently(PaperId id);

  /// Allows a permanently deleted paper to be added again.
  ///
  /// @return whether it was deleted permanently
  boolean forget(PaperId id);

  /// Passes the id of every committed paper to `each`, which must not change the index. Keeps
  /// nothing in memory.
  ///
  /// @return how many papers there are
  long scan(Consumer<PaperId> each);

  /// Passes every committed paper to `each`, which must not change the index. Keeps nothing in
  /// memory.
  void papers(Consumer<Paper> each);

  /// The names of all notes.
  Stream<String> noteNames();

  /// The note with a name; absent if there is none.
  @Nullable String note(String name);

  /// Sets a note. The next commit stores it for later writers.
  ///
  /// @param note absent to remove it
  void note(String name, @Nullable String note);

  /// Makes all changes so far survive a crash. Does nothing if there are none.
  ///
  /// @return the number of the last commit
  long commit();

  /// Writes papers again that an earlier akin wrote in another form. Commits before and after it.
  /// Nothing is embedded.
  ///
  /// @param count maximum number of papers, at least 1
  /// @return how many papers it were; 0 if none are left
  int renew(int count);

  /// Commits, merges what is stored in pieces, and measures the [SimilarityScale].
  ///
  /// @param floor the default minimum similarity, as a rarity
  /// @param phrases embeds phrases; absent if there is no model at hand: then what was measured
  ///   before still holds
  void compact(double floor, @Nullable PhraseModel phrases);

  /// Commits, and removes from the store what was deleted or replaced; until then, it is only
  /// hidden.
  void purge();

  /// Closes the index. Changes after the last commit are lost.
  @Override
  void close();
}
