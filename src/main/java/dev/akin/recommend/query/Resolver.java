package dev.akin.recommend.query;

import dev.akin.base.AkinException;
import dev.akin.base.Deadline;
import dev.akin.embed.Embedders;
import dev.akin.embed.TextEmbeddings;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.ModelText;
import dev.akin.embed.run.ExplainedEmbedding;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.language.Languages;
import dev.akin.paper.Paper;
import dev.akin.paper.PlainText;
import dev.akin.vector.Embedding;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Looks examples up in one snapshot, and has the models embed those that are texts.
///
/// @param embedders used only when a text has to be embedded
public record Resolver(IndexSnapshot snapshot, Supplier<Embedders> embedders) {
  private static final int SUGGESTIONS = 3;

  /// How many texts of a library wait for the models at the same time.
  private static final int STEP = 4;

  /// The examples of a query.
  ///
  /// @throws UnknownPaperException if it names a paper that the index does not have
  public Examples resolve(Query query, RecommendOptions options) {
    List<Weighted> examples = new ArrayList<>(query.positives());
    examples.addAll(query.negatives());
    List<Resolved> resolved = resolve(examples, options);
    int positives = query.positives().size();
    return new Examples(
        resolved.subList(0, positives), resolved.subList(positives, resolved.size()));
  }

  public List<Resolved> resolve(List<Weighted> examples, RecommendOptions options) {
    List<Resolved> words = examples.stream().map(this::lookUp).toList();
    boolean allPapers = words.stream().allMatch(Resolved::isPaper);
    return allPapers || !options.needsVectors() ? words : withVectors(words, options.explain());
  }

  private Resolved lookUp(Weighted example) {
    return switch (example.example()) {
      case Example.LikePaper like -> paper(number(snapshot, like.name()), example.weight());
      case Example.LikeText like ->
          text(Paper.of("text", cut(like.title()), cut(like.text())), false, example)
              .cutIf(isLong(like.title()) || isLong(like.text()));
      case Example.ForPhrase like ->
          text(Paper.of("phrase", cut(like.phrase()), ""), true, example)
              .cutIf(isLong(like.phrase()));
    };
  }

  /// The number of a paper.
  ///
  /// @param name its id, or another name of it
  /// @throws UnknownPaperException if the index does not have it
  public static int number(IndexSnapshot snapshot, String name) {
    return snapshot
        .find(name)
        .orElseThrow(() -> new UnknownPaperException(name, snapshot.suggest(name, SUGGESTIONS)));
  }

  /// A paper of the index.
  public Resolved paper(int number, double weight) {
    List<Embedding> embeddings = snapshot.embeddings(number);
    return new Resolved(number, snapshot.paper(number), false, weight, embeddings, false);
  }

  /// Cuts a text that is longer than any model needs.
  private static String cut(String text) {
    return PlainText.of(isLong(text) ? text.substring(0, Example.MAX_CHARACTERS) : text);
  }

  private static boolean isLong(String text) {
    return text.length() > Example.MAX_CHARACTERS;
  }

  private Resolved text(Paper paper, boolean phrase, Weighted given) {
    if (paper.withoutText()) {
      throw new NoDirectionException("the text has no visible characters");
    }
    Paper identified = identified(paper);
    Paper inLanguage =
        phrase && !isLikely(identified.language()) ? paper.inLanguage(null) : identified;
    return new Resolved(-1, inLanguage, phrase, given.weight(), List.of(), false);
  }

  /// The paper in the language of its text, unless its source names one.
  private static Paper identified(Paper paper) {
    return paper.language() == null
        ? paper.inLanguage(Languages.identify(paper.title() + " " + paper.abstractText()))
        : paper;
  }

  /// A few words may seem to be of any language. It is believed if the index has papers whose words
  /// are analyzed in it.
  private boolean isLikely(@Nullable String language) {
    return language != null
        && (language.equals("en")
            || snapshot.info().holdings().wordLanguages().containsKey(language));
  }

  private List<Resolved> withVectors(List<Resolved> examples, boolean explain) {
    Embedders reading = embedders.get();
    reading.requireRoom(
        examples.stream()
            .filter(text -> !text.isPaper())
            .mapToInt(text -> text.text().length())
            .sum());
    List<List<ModelText>> texts =
        examples.stream()
            .filter(example -> !example.isPaper())
            .map(text -> text.readings(reading.models()))
            .toList();
    return explain ? read(examples, reading.read(texts)) : embedded(examples, reading.embed(texts));
  }

  private static List<Resolved> embedded(List<Resolved> examples, List<TextEmbeddings> texts) {
    Iterator<TextEmbeddings> next = texts.iterator();
    return examples.stream()
        .map(example -> example.isPaper() ? example : with(example, next.next()))
        .toList();
  }

  private static Resolved with(Resolved words, TextEmbeddings embedded) {
    return words.with(embedded.vectors(), embedded.truncated());
  }

  /// @param byModel the texts among the examples, `[model][text]`
  private static List<Resolved> read(
      List<Resolved> examples, List<List<ExplainedEmbedding>> byModel) {
    List<Resolved> read = new ArrayList<>();
    int text = 0;
    for (Resolved example : examples) {
      if (example.isPaper()) {
        read.add(example);
      } else {
        int column = text++;
        read.add(example.with(byModel.stream().map(texts -> texts.get(column)).toList()));
      }
    }
    return read;
  }

  /// Papers that the index does not have, embedded in their order until a deadline.
  ///
  /// @return as many of the first ones as there was time for
  public List<Resolved> texts(List<Paper> papers, Deadline until) {
    if (papers.isEmpty()) {
      return List.of();
    }
    return until.equals(Deadline.NEVER) ? together(papers) : inSteps(papers, until);
  }

  private List<Resolved> together(List<Paper> papers) {
    Embedders reading = embedders.get();
    return resolved(papers, Embedders.await(reading.submit(documents(reading, papers))));
  }

  /// A few at a time, so that the texts of others are embedded in between.
  private List<Resolved> inSteps(List<Paper> papers, Deadline until) {
    List<Resolved> resolved = new ArrayList<>(papers.size());
    try {
      Embedders reading = embedders.get().until(until);
      while (resolved.size() < papers.size() && !until.hasPassed()) {
        int end = Math.min(papers.size(), resolved.size() + STEP);
        List<Paper> next = papers.subList(resolved.size(), end);
        resolved.addAll(resolved(next, reading.embed(documents(reading, next))));
      }
    } catch (EmbedException e) {
      if (e.kind() != AkinException.Kind.BUSY && e.kind() != AkinException.Kind.LATE) {
        throw e;
      }
    }
    return resolved;
  }

  private static List<List<ModelText>> documents(Embedders reading, List<Paper> papers) {
    return papers.stream().map(paper -> reading.models().document(paper)).toList();
  }

  private static List<Resolved> resolved(List<Paper> papers, List<TextEmbeddings> embedded) {
    List<Resolved> resolved = new ArrayList<>(papers.size());
    for (int i = 0; i < papers.size(); i++) {
      Resolved words = new Resolved(-1, identified(papers.get(i)), false, 1, List.of(), false);
      resolved.add(with(words, embedded.get(i)));
    }
    return resolved;
  }
}
