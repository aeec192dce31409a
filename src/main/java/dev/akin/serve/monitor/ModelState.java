package dev.akin.serve.monitor;

/// What the service has to know of the models that read texts.
public interface ModelState {
  /// Whether they are loaded.
  boolean isReady();

  /// Tokens of texts that wait for them or are in them; 0 before they are ready.
  long waitingTokens();

  /// The most such tokens; 0 before they are ready.
  long mostWaitingTokens();
}
