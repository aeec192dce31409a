package dev.akin.cli;

import dev.akin.embed.EmbedException;
import dev.akin.embed.EmbedOptions;
import dev.akin.embed.ModelFolder;
import dev.akin.index.IndexInfo;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Query;
import dev.akin.recommend.RecommendOptions;
import dev.akin.recommend.Recommender;
import dev.akin.write.AnswerJson;
import java.time.Duration;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/// One query to an index, for a command: opened without checks, the model only if it is needed.
///
/// @param spec of the command
/// @param console to print to
record Asking(CommandSpec spec, Console console) {
  /// Answers a query and prints the answer.
  ///
  /// @param query made in here, so that what is wrong with it is a usage error
  void ask(IndexLocation location, ModelChoice model, Supplier<Query> query, QueryOptions options) {
    Query asked = Usage.of(spec, query);
    RecommendOptions how = Usage.of(spec, options::recommendOptions);
    EmbedOptions run = Usage.of(spec, model::embedOptions);
    try (PaperIndex index = PaperIndex.open(location.directory(), PaperIndex.Check.NOTHING);
        LazyEmbedder embedder = new LazyEmbedder(() -> modelOf(index, model), run)) {
      long start = System.nanoTime();
      Answer answer = new Recommender(index, embedder).recommend(asked, how);
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      switch (options.format()) {
        case TABLE -> new AnswerTable(console).print(answer, elapsed);
        case JSON -> console.out().println(AnswerJson.of(answer));
      }
    }
  }

  /// The model that an index was made with.
  ///
  /// @throws EmbedException if it is not here, or another of that name is
  static ModelFolder modelOf(PaperIndex index, ModelChoice model) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      IndexInfo info = snapshot.info();
      ModelFolder folder = model.folder(info.space().model());
      folder.requireSpace(info.space());
      return folder;
    }
  }
}
