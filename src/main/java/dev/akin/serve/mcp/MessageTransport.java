package dev.akin.serve.mcp;

import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Hands messages to the SDK's server. Where they come from, and who may send them, is the caller's
/// business.
///
/// The SDK's own transports do not fit. That for standard input stops at the first line that is not
/// JSON, and keeps lines of any length in memory. That for servlets writes its stack trace into
/// answers, and is not behind the checks that guard the other routes.
final class MessageTransport implements McpStatelessServerTransport {
  /// All versions without server-sent requests, which akin does not need.
  static final List<String> VERSIONS =
      List.of(
          ProtocolVersions.MCP_2024_11_05,
          ProtocolVersions.MCP_2025_03_26,
          ProtocolVersions.MCP_2025_06_18,
          ProtocolVersions.MCP_2025_11_25);

  private volatile @Nullable McpStatelessServerHandler handler;

  @Override
  public void setMcpHandler(McpStatelessServerHandler handler) {
    this.handler = handler;
  }

  McpStatelessServerHandler handler() {
    return Objects.requireNonNull(handler, "the server is not built yet");
  }

  @Override
  public List<String> protocolVersions() {
    return VERSIONS;
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }
}
