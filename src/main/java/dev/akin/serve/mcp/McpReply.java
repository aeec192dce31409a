package dev.akin.serve.mcp;

/// What a client gets for a message.
///
/// @param kind of the reply
/// @param json one line; empty if there is nothing to say
///
/// @hidden public for its own room only
public record McpReply(Kind kind, String json) {
  /// What became of the message.
  public enum Kind {
    /// It was a request, and this is its result or what is wrong with it.
    ANSWERED,
    /// It was a notification.
    ACCEPTED,
    /// It was no message of the protocol.
    REFUSED
  }
}
