package dev.akin.serve;

import dev.akin.serve.guard.Limits;
import dev.akin.serve.monitor.ModelState;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Models that read nothing.
public record TestModels(BooleanSupplier ready) implements ModelState {
  /// A service that ends at once.
  public static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(2),
          256 * 1024,
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          64,
          32,
          1 << 20,
          Duration.ofSeconds(5),
          Duration.ZERO);

  @Override
  public boolean isReady() {
    return ready.getAsBoolean();
  }

  @Override
  public long waitingTokens() {
    return 7;
  }

  @Override
  public long mostWaitingTokens() {
    return 100;
  }
}
