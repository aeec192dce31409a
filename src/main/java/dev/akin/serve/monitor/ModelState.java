package dev.akin.serve.monitor;

/// What the service needs to know about the models.
public interface ModelState {
  /// Whether they are loaded.
  boolean isReady();

  /// Tokens of texts that wait for the models or are being embedded; 0 before they are ready.
  long waitingTokens();

  /// Maximum of [#waitingTokens]; 0 before they are ready.
  long mostWaitingTokens();
}
