package dev.akin.serve.monitor;

import dev.akin.embed.Embedders;

/// Models that were loaded before the service starts.
///
/// @hidden public for its own room only
public record LoadedModels(Embedders embedders) implements ModelState {
  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public long waitingTokens() {
    return embedders.waitingTokens();
  }

  @Override
  public long mostWaitingTokens() {
    return embedders.mostWaitingTokens();
  }
}
