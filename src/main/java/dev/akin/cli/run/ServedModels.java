package dev.akin.cli.run;

import dev.akin.embed.Embedders;
import dev.akin.embed.model.EmbedException;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.serve.monitor.ModelState;
import java.util.Collections;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The models of a service. The service starts before they are loaded: until then it refuses texts,
/// and says that they have to wait.
///
/// @hidden public for its own room only
public final class ServedModels implements ModelState, Supplier<Embedders> {
  /// Long enough to see how fast the model is, short enough not to be waited for.
  private static final String WARM_UP =
      "akin finds papers that are related to a paper. ".repeat(25);

  private static final int TIMES = 4;

  private final Supplier<Embedders> embedders;
  private volatile @Nullable Embedders loaded;

  public ServedModels(Supplier<Embedders> embedders) {
    this.embedders = embedders;
  }

  /// Loads the models, and lets them and the index do some work, so that the first request need not
  /// wait.
  public void load(PaperIndex index) {
    Embedders all = embedders.get();
    Recommender recommender = new Recommender(index, embedders);
    all.embed(Collections.nCopies(TIMES, all.models().phrase(WARM_UP)));
    for (Mode mode : Mode.values()) {
      recommender.recommend(
          Query.of(new Example.LikeText(WARM_UP)), RecommendOptions.DEFAULT.withMode(mode));
    }
    loaded = all;
  }

  /// The models, once they are loaded.
  ///
  /// @throws EmbedException if they are not loaded yet
  @Override
  public Embedders get() {
    Embedders all = loaded;
    if (all == null) {
      throw EmbedException.notLoaded();
    }
    return all;
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
