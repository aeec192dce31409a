package dev.akin.cli;

import dev.akin.embed.Embedders;
import dev.akin.recommend.Example;
import dev.akin.recommend.Mode;
import dev.akin.recommend.Query;
import dev.akin.recommend.RecommendOptions;
import dev.akin.recommend.Recommender;
import dev.akin.serve.ModelState;
import java.util.Collections;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The models of a service, which starts to answer before they are loaded.
final class ServedModels implements ModelState {
  /// Long enough to see how fast the model is, short enough not to be waited for.
  private static final String WARM_UP = "akin finds papers akin to a paper. ".repeat(25);

  private static final int TIMES = 4;

  private final Supplier<Embedders> embedders;
  private volatile @Nullable Embedders loaded;

  ServedModels(Supplier<Embedders> embedders) {
    this.embedders = embedders;
  }

  /// Loads them, and lets them and the index do some work, so that the first who asks need not
  /// wait.
  void load(Recommender recommender) {
    Embedders all = embedders.get();
    all.embed(Collections.nCopies(TIMES, all.models().phrase(WARM_UP)));
    for (Mode mode : Mode.values()) {
      recommender.recommend(
          Query.of(new Example.LikeText(WARM_UP)), RecommendOptions.DEFAULT.withMode(mode));
    }
    loaded = all;
  }

  @Override
  public boolean isReady() {
    return loaded != null;
  }

  @Override
  public long waitingTokens() {
    Embedders all = loaded;
    return all == null ? 0 : all.waitingTokens();
  }

  @Override
  public long mostWaitingTokens() {
    Embedders all = loaded;
    return all == null ? 0 : all.mostWaitingTokens();
  }
}
