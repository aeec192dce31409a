package dev.akin.recommend;

import dev.akin.embed.EmbeddedTexts;
import dev.akin.embed.Embedders;
import dev.akin.embed.ModelText;
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
  private static final int MAX_CHARACTERS = 20_000;

  /// The examples of a query.
  ///
  /// @throws UnknownPaperException if it names a paper that the index does not have
  Examples resolve(Query query, RecommendOptions options) {
    return new Examples(resolve(query.positives(), options), resolve(query.negatives(), options));
  }

  List<Resolved> resolve(List<Weighted> examples, RecommendOptions options) {
    return examples.stream().map(example -> resolve(example, options)).toList();
  }

  private Resolved resolve(Weighted example, RecommendOptions options) {
    return switch (example.example()) {
      case Example.LikePaper like -> paper(number(snapshot, like.name()), example.weight());
      case Example.LikeText like ->
          text(Paper.of("text", cut(like.title()), cut(like.text())), false, example, options);
      case Example.ForPhrase like ->
          text(Paper.of("phrase", cut(like.phrase()), ""), true, example, options);
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

  /// Longer than any model or reader needs.
  private static String cut(String text) {
    return PlainText.of(text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text);
  }

  private Resolved text(Paper paper, boolean phrase, Weighted given, RecommendOptions options) {
    if (paper.withoutText()) {
      throw new NoDirectionException("the text has no characters that can be seen");
    }
    boolean isCut = paper.title().length() + paper.abstractText().length() >= MAX_CHARACTERS;
    Resolved words = new Resolved(-1, paper, phrase, given.weight(), List.of(), isCut);
    return options.needsVectors() ? embedded(words, options.explain()) : words;
  }

  private Resolved embedded(Resolved words, boolean explain) {
    Embedders reading = embedders.get();
    List<ModelText> text = words.readings(reading.models());
    if (explain) {
      return words.with(reading.read(List.of(text)).stream().map(List::getFirst).toList());
    }
    EmbeddedTexts embedded = reading.embed(text);
    return words.with(embeddings(embedded), embedded.truncated());
  }

  private static List<Embedding> embeddings(EmbeddedTexts embedded) {
    return embedded.vectors() == null ? List.of() : embedded.vectors().embeddings();
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
      Resolved words = new Resolved(-1, papers.get(i), false, 1, List.of(), false);
      resolved.add(words.with(embeddings(embedded.get(i)), embedded.get(i).truncated()));
    }
    return resolved;
  }
}
