package dev.akin.recommend.query;

import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.Models;
import dev.akin.embed.run.ExplainedEmbedding;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.word.QueryText;
import dev.akin.paper.Paper;
import dev.akin.roles.PaperRoles;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.TextVectors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An example, looked up.
///
/// @param number of the paper in the snapshot; negative if the example is a text
/// @param paper its record; for a text, a record that has only the text
/// @param phrase whether it is a phrase of a search box
/// @param weight above 0
/// @param embeddings by each of the index's models; none if there is no text, or if the search is
///   by words alone
/// @param truncated whether the end of the text was cut off
/// @param sentences the directions of a text's sentences, by the first model; absent for a paper of
///   the index, which has them, and if there are no embeddings
/// @param read the text as each model read it, for an explanation; otherwise none
///
/// @hidden public for its own room only
public record Resolved(
    int number,
    Paper paper,
    boolean phrase,
    double weight,
    List<Embedding> embeddings,
    boolean truncated,
    @Nullable SentenceEmbeddings sentences,
    List<ExplainedEmbedding> read) {
  public Resolved(
      int number,
      Paper paper,
      boolean phrase,
      double weight,
      List<Embedding> embeddings,
      boolean truncated) {
    this(number, paper, phrase, weight, embeddings, truncated, null, List.of());
  }

  /// The same with its embeddings.
  ///
  /// @param vectors absent if a model gives it no direction
  Resolved with(@Nullable TextVectors vectors, boolean cut) {
    return new Resolved(
        number,
        paper,
        phrase,
        weight,
        vectors == null ? List.of() : vectors.embeddings(),
        truncated || cut,
        vectors == null ? null : vectors.sentences(),
        List.of());
  }

  /// The same, marked as cut off if `cut`.
  Resolved cutIf(boolean cut) {
    return new Resolved(
        number, paper, phrase, weight, embeddings, truncated || cut, sentences, read);
  }

  /// The same with what the models read.
  Resolved with(List<ExplainedEmbedding> texts) {
    List<Embedding> made = new ArrayList<>();
    for (ExplainedEmbedding text : texts) {
      if (text.embedded().embedding() != null) {
        made.add(text.embedded().embedding());
      }
    }
    boolean cut = texts.stream().anyMatch(text -> text.embedded().truncated());
    List<Embedding> all = made.size() == texts.size() ? made : List.of();
    return new Resolved(
        number,
        paper,
        phrase,
        weight,
        all,
        truncated || cut,
        texts.getFirst().embedded().sentences(),
        texts);
  }

  /// What the models read.
  public List<ModelText> readings(Models models) {
    return phrase ? models.phrase(text()) : models.document(paper);
  }

  public boolean isPaper() {
    return number >= 0;
  }

  /// What is searched for by words. A paper of the index whose language is unknown is there as an
  /// English one; a phrase may have words of several languages.
  public QueryText words() {
    String known = isPaper() && paper.language() == null ? "en" : paper.language();
    String language = phrase ? null : known;
    return new QueryText(paper.title(), paper.abstractText(), language);
  }

  /// What its sentences are about.
  public PaperRoles roles(IndexSnapshot snapshot) {
    return isPaper() ? snapshot.roles(number) : PaperRoles.of(paper);
  }

  /// Its words.
  public String text() {
    return (paper.title() + " " + paper.abstractText()).strip();
  }
}
