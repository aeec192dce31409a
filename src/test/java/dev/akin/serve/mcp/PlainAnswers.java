package dev.akin.serve.mcp;

import dev.akin.base.Deadline;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Answers without limits, from an index whose papers have vectors but whose model is not here.
record PlainAnswers(PaperIndex index) implements McpAnswers {
  @Override
  public <T> T compute(BiFunction<Recommender, IndexSnapshot, T> answer) {
    Recommender recommender =
        new Recommender(
            index,
            () -> {
              throw new IllegalStateException("no model here");
            });
    try (IndexSnapshot snapshot = index.snapshot()) {
      return answer.apply(recommender, snapshot);
    }
  }

  @Override
  public <L, T> T compute(
      Function<Deadline, L> read, Function<L, BiFunction<Recommender, IndexSnapshot, T>> answer) {
    return compute(answer.apply(read.apply(Deadline.NEVER)));
  }

  @Override
  public String failed(RuntimeException failure) {
    return "failed: " + failure.getMessage();
  }
}
