package dev.akin.cli.run;

import dev.akin.ask.TypedQuery;
import dev.akin.base.Printable;
import dev.akin.cli.option.AnswerFormat;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.option.QueryOptions;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.AnswerTable;
import dev.akin.cli.output.Console;
import dev.akin.cli.output.FacetsTable;
import dev.akin.cli.output.LibraryTable;
import dev.akin.cli.output.ProgressLine;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.Models;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Answer;
import dev.akin.recommend.LibraryAnswer;
import dev.akin.recommend.LibraryQuery;
import dev.akin.recommend.LibraryRecommender;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.SearchBox;
import dev.akin.recommend.SearchFacets;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.understand.ReadAs;
import dev.akin.vector.Space;
import dev.akin.write.json.AnswerJson;
import dev.akin.write.json.FacetsJson;
import dev.akin.write.json.LibraryJson;
import dev.akin.write.list.PaperList;
import dev.akin.write.related.RelatedLists;
import dev.akin.write.text.PaperFields;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// One query to an index, for a command: opened without checks, the model only if it is needed.
///
/// @param spec of the command
/// @param console to print to
///
/// @hidden public for its own room only
public record QueryRunner(
    CommandSpec spec,
    Console console,
    IndexLocation location,
    ModelChoice model,
    QueryOptions options) {
  /// What is done with an open index.
  private interface Answering {
    void answer(PaperIndex index, LazyEmbedders embedders, RecommendOptions how);
  }

  /// Answers a query and prints the answer.
  ///
  /// @param query made in here, so that what is wrong with it is a usage error
  public void ask(Supplier<Query> query) {
    Query asked = Usage.of(spec, query);
    open(
        (index, embedders, how) -> {
          long start = System.nanoTime();
          Answer answer = recommender(index, embedders).recommend(bounded(asked, how), how);
          print(answer, start);
        });
  }

  /// Answers what somebody typed into the search box, and prints the answer.
  ///
  /// @param readAs how to read it; absent for the way that fits
  public void search(TypedQuery typed, @Nullable ReadAs readAs) {
    open(
        (index, embedders, how) -> {
          long start = System.nanoTime();
          try (IndexSnapshot snapshot = index.snapshot()) {
            SearchBox box = new SearchBox(recommender(index, embedders));
            print(box.search(snapshot, typed, readAs, how), start);
          }
        });
  }

  /// Counts the categories, years and languages of the papers that a search finds, and prints them.
  ///
  /// @param typed absent for all papers
  /// @param readAs how to read it; absent for the way that fits
  public void count(@Nullable TypedQuery typed, @Nullable ReadAs readAs) {
    if (options.format() != AnswerFormat.TABLE && options.format() != AnswerFormat.JSON) {
      throw new ParameterException(spec.commandLine(), "--facets needs --format table or json");
    }
    open(
        (index, embedders, how) -> {
          try (IndexSnapshot snapshot = index.snapshot()) {
            SearchBox box = new SearchBox(recommender(index, embedders));
            SearchFacets facets =
                typed == null
                    ? SearchBox.facets(snapshot, how.filter())
                    : box.facets(snapshot, typed, readAs, how);
            if (options.format() == AnswerFormat.JSON) {
              console.out().println(FacetsJson.of(facets, snapshot.info()));
            } else {
              new FacetsTable(console).print(facets);
            }
          }
        });
  }

  private static Recommender recommender(PaperIndex index, LazyEmbedders embedders) {
    return new Recommender(index, embedders, embedders::know);
  }

  /// @param start when the search began, in nanoseconds
  private void print(Answer answer, long start) {
    switch (options.format()) {
      case TABLE -> new AnswerTable(console).print(answer, since(start));
      case JSON -> console.out().println(AnswerJson.of(answer, options.fields()));
      case CSV, BIBTEX, RIS, CSL_JSON, ATOM -> print(PaperList.of(answer, null));
    }
  }

  private Query bounded(Query query, RecommendOptions how) {
    return Usage.of(
        spec,
        () -> {
          query.requireBounded(how);
          return query;
        });
  }

  /// The same for a library.
  public void ask(LibraryFiles library, Supplier<LibraryQuery> query) {
    LibraryQuery asked = Usage.of(spec, query);
    open(
        (index, embedders, how) -> {
          long start = System.nanoTime();
          LibraryAnswer answer =
              new LibraryRecommender(index, embedders, embedders::know).recommend(asked, how);
          switch (options.format()) {
            case TABLE -> new LibraryTable(console, library.names()).print(answer, since(start));
            case JSON ->
                console.out().println(LibraryJson.of(answer, library.skipped(), options.fields()));
            case CSV, BIBTEX, RIS, CSL_JSON, ATOM -> print(PaperList.of(answer, null));
          }
        });
  }

  /// Writes the related papers of every paper into a folder.
  public void writeAll(Path folder) {
    PaperFields fields = Usage.of(spec, options::fieldsOfLists);
    RelatedLists.Form form =
        new RelatedLists.Form(fields.canonical(), answer -> AnswerJson.of(answer, fields));
    opened(
        (index, embedders, how) -> {
          long start = System.nanoTime();
          ProgressLine bar = new ProgressLine(console, false);
          try (IndexSnapshot snapshot = index.snapshot()) {
            RelatedLists.Summary done =
                new RelatedLists(snapshot, recommender(index, embedders), how, form)
                    .write(
                        folder,
                        model.threads(),
                        share ->
                            bar.show(
                                () ->
                                    bar.share(share)
                                        + " · related papers"
                                        + ProgressLine.left(since(start), share)));
            bar.clear();
            console.out().println(summary(done));
          }
        });
  }

  private static String summary(RelatedLists.Summary done) {
    return done.folder() == null
        ? Printable.count(done.papers(), "paper") + "; the index has not changed since the last run"
        : "%s · %s changed · %s deleted · %s"
            .formatted(
                Printable.count(done.papers(), "paper"),
                Printable.count(done.changed(), "list"),
                Printable.count(done.deleted()),
                done.folder());
  }

  private void print(PaperList list) {
    AnswerFormat format = options.format();
    PaperList printed =
        format == AnswerFormat.ATOM
            ? list.newest(options.limit())
            : list.withFields(options.fields());
    console.out().print(format.ofList().write(printed));
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void open(Answering answering) {
    Usage.of(spec, options::fields);
    opened(answering);
  }

  private void opened(Answering answering) {
    RecommendOptions how = Usage.of(spec, options::recommendOptions);
    EmbedOptions run = Usage.of(spec, model::embedOptions);
    try (PaperIndex index = location.store().open(PaperIndex.Check.NOTHING);
        LazyEmbedders embedders = new LazyEmbedders(() -> modelsOf(index, model), run)) {
      answering.answer(index, embedders, how);
    }
  }

  /// The models that an index was made with.
  ///
  /// @throws EmbedException if one is not here, or another of that name is
  public static Models modelsOf(PaperIndex index, ModelChoice choice) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      List<Space> spaces = snapshot.info().spaces();
      Models models = choice.models(spaces);
      models.requireSpaces(spaces);
      return models;
    }
  }
}
