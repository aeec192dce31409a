package dev.akin.recommend;

import dev.akin.embed.EmbeddedText;
import dev.akin.embed.Embedder;
import dev.akin.index.Hit;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.paper.PlainText;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Recommends papers of an index. Each answer comes from exactly one commit. Safe for use by many
/// threads; owns neither the index nor the embedder.
///
/// The order of work is always the same: filter, candidates by meaning and by words, fuse, limit.
public final class Recommender {
  private static final int SUGGESTIONS = 3;

  private final PaperIndex index;
  private final Supplier<Embedder> embedder;

  /// @param embedder of the index's model; asked for only when a text has to be embedded
  public Recommender(PaperIndex index, Supplier<Embedder> embedder) {
    this.index = index;
    this.embedder = embedder;
  }

  /// Recommends papers.
  ///
  /// @throws UnknownPaperException if the query names a paper that the index does not have
  /// @throws NoDirectionException if the query adds up to nothing
  public Answer recommend(Query query, RecommendOptions options) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      List<Resolved> positives = resolve(snapshot, query.positives(), options.mode());
      List<Resolved> negatives = resolve(snapshot, query.negatives(), options.mode());
      Ranker ranker = new Ranker(snapshot, options, positives, negatives);
      return new Answer(
          query,
          options,
          papers(positives),
          papers(negatives),
          ranker.rank(),
          Stream.concat(positives.stream(), negatives.stream()).anyMatch(Resolved::truncated),
          snapshot.info());
    }
  }

  /// The same, but a paper that has no text is akin to nothing.
  ///
  /// @throws UnknownPaperException if the query names a paper that the index does not have
  public Answer recommendOrNothing(Query query, RecommendOptions options) {
    try {
      return recommend(query, options);
    } catch (NoDirectionException e) {
      try (IndexSnapshot snapshot = index.snapshot()) {
        List<Paper> liked = papers(resolve(snapshot, query.positives(), Mode.LEXICAL));
        return new Answer(query, options, liked, List.of(), List.of(), false, snapshot.info());
      }
    }
  }

  private static List<Paper> papers(List<Resolved> examples) {
    return examples.stream().map(Resolved::paper).filter(Objects::nonNull).toList();
  }

  /// Ranks given papers instead of those that a search would find, such as the candidates of a
  /// collection or the labeled papers of a corpus.
  ///
  /// @param snapshot where the papers are
  /// @param papers their numbers there
  /// @return all of them, best first; but not those that the query names, nor those of which
  ///   nothing is known that `mode` asks for
  /// @throws UnknownPaperException if the query names a paper that the index does not have
  /// @throws NoDirectionException if the query adds up to nothing
  public List<Hit> rank(IndexSnapshot snapshot, Query query, Mode mode, int[] papers) {
    return new Ranker(
            snapshot,
            RecommendOptions.DEFAULT.withMode(mode),
            resolve(snapshot, query.positives(), mode),
            resolve(snapshot, query.negatives(), mode))
        .rank(papers);
  }

  /// A paper by its id or another name of it.
  ///
  /// @throws UnknownPaperException if the index does not have it
  public static Paper paper(IndexSnapshot snapshot, String name) {
    return snapshot.paper(number(snapshot, name));
  }

  private static int number(IndexSnapshot snapshot, String name) {
    return snapshot
        .find(name)
        .orElseThrow(() -> new UnknownPaperException(name, snapshot.suggest(name, SUGGESTIONS)));
  }

  private List<Resolved> resolve(IndexSnapshot snapshot, List<Example> examples, Mode mode) {
    return examples.stream()
        .map(
            example ->
                switch (example) {
                  case Example.LikePaper like -> likePaper(snapshot, like.name());
                  case Example.LikeText like -> text(PlainText.of(like.text()), mode, false);
                  case Example.ForPhrase like -> text(PlainText.of(like.phrase()), mode, true);
                })
        .toList();
  }

  private static Resolved likePaper(IndexSnapshot snapshot, String name) {
    int number = number(snapshot, name);
    Paper paper = snapshot.paper(number);
    String text = paper.title() + " " + paper.abstractText();
    return new Resolved(number, paper, text, snapshot.embedding(number), false);
  }

  private Resolved text(String text, Mode mode, boolean phrase) {
    if (text.isBlank()) {
      throw new NoDirectionException("the text has no characters that can be seen");
    }
    if (mode == Mode.LEXICAL) {
      return new Resolved(-1, null, text, null, false);
    }
    Embedder model = embedder.get();
    EmbeddedText embedded =
        model.embed(phrase ? model.model().phrase(text) : model.model().document(text));
    return new Resolved(-1, null, text, embedded.embedding(), embedded.truncated());
  }
}
