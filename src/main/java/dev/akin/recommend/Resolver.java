package dev.akin.recommend;

import dev.akin.embed.EmbeddedTexts;
import dev.akin.embed.Embedders;
import dev.akin.embed.ModelText;
import dev.akin.embed.Models;
import dev.akin.index.IndexSnapshot;
import dev.akin.paper.Paper;
import dev.akin.paper.PlainText;
import dev.akin.vector.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Looks examples up in one snapshot, and has the models read those that are texts.
///
/// @param embedders asked for only when a text has to be read
record Resolver(IndexSnapshot snapshot, Supplier<Embedders> embedders) {
  private static final int SUGGESTIONS = 3;

  /// The examples of a query.
  ///
  /// @throws UnknownPaperException if it names a paper that the index does not have
  Examples resolve(Query query, Mode mode) {
    return new Examples(resolve(query.positives(), mode), resolve(query.negatives(), mode));
  }

  List<Resolved> resolve(List<Weighted> examples, Mode mode) {
    return examples.stream().map(example -> resolve(example, mode)).toList();
  }

  private Resolved resolve(Weighted example, Mode mode) {
    return switch (example.example()) {
      case Example.LikePaper like -> paper(number(snapshot, like.name()), example.weight());
      case Example.LikeText like ->
          text(
              Paper.of("text", PlainText.of(like.title()), PlainText.of(like.text())),
              false,
              example.weight(),
              mode);
      case Example.ForPhrase like ->
          text(Paper.of("phrase", PlainText.of(like.phrase()), ""), true, example.weight(), mode);
    };
  }

  /// The number of a paper.
  ///
  /// @param name its id, or another name of it
  /// @throws UnknownPaperException if the index does not have it
  static int number(IndexSnapshot snapshot, String name) {
    return snapshot
        .find(name)
        .orElseThrow(() -> new UnknownPaperException(name, snapshot.suggest(name, SUGGESTIONS)));
  }

  /// A paper of the index.
  Resolved paper(int number, double weight) {
    List<Embedding> embeddings = snapshot.embeddings(number);
    return new Resolved(number, snapshot.paper(number), false, weight, embeddings, false);
  }

  private Resolved text(Paper paper, boolean phrase, double weight, Mode mode) {
    if (paper.withoutText()) {
      throw new NoDirectionException("the text has no characters that can be seen");
    }
    if (mode == Mode.LEXICAL) {
      return new Resolved(-1, paper, phrase, weight, List.of(), false);
    }
    Models models = embedders.get().models();
    EmbeddedTexts embedded =
        embedders.get().embed(phrase ? models.phrase(paper.title()) : models.document(paper));
    return text(paper, phrase, weight, embedded);
  }

  /// Papers that the index does not have, read in one go.
  List<Resolved> texts(List<Paper> papers) {
    if (papers.isEmpty()) {
      return List.of();
    }
    Embedders reading = embedders.get();
    List<List<ModelText>> texts =
        papers.stream().map(paper -> reading.models().document(paper)).toList();
    List<EmbeddedTexts> embedded = Embedders.await(reading.submit(texts));
    List<Resolved> resolved = new ArrayList<>(papers.size());
    for (int i = 0; i < papers.size(); i++) {
      resolved.add(text(papers.get(i), false, 1, embedded.get(i)));
    }
    return resolved;
  }

  private static Resolved text(Paper paper, boolean phrase, double weight, EmbeddedTexts embedded) {
    List<Embedding> embeddings =
        embedded.vectors() == null ? List.of() : embedded.vectors().embeddings();
    return new Resolved(-1, paper, phrase, weight, embeddings, embedded.truncated());
  }
}
