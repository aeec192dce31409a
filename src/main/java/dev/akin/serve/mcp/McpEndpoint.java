package dev.akin.serve.mcp;

import dev.akin.base.Printable;
import dev.akin.base.Resources;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Answers the messages of clients of the Model Context Protocol, each by itself: it keeps no
/// sessions. Safe for use by many threads.
public final class McpEndpoint {
  private static final McpJsonMapper JSON = new JacksonMcpJsonMapper(JsonMapper.shared());

  private final MessageTransport transport;

  private McpEndpoint(MessageTransport transport) {
    this.transport = transport;
  }

  /// An endpoint.
  ///
  /// @param version of akin
  public static McpEndpoint of(McpAnswers answers, String version) {
    MessageTransport transport = new MessageTransport();
    PaperResource papers = new PaperResource(answers);
    McpStatelessSyncServer _ =
        McpServer.sync(transport)
            .serverInfo(
                McpSchema.Implementation.builder("akin", version).title("akin papers").build())
            .instructions(Resources.text(McpEndpoint.class, "instructions.txt").strip())
            .capabilities(
                McpSchema.ServerCapabilities.builder().tools(false).resources(false, false).build())
            .jsonMapper(JSON)
            // The tools check what they get, and say what is wrong in words.
            .validateToolInputs(false)
            .jsonSchemaValidator((_, _) -> ValidationResponse.asValid(null))
            .immediateExecution(true)
            .tools(McpTools.of(answers))
            .resourceTemplates(papers.template())
            .build();
    return new McpEndpoint(transport);
  }

  /// Whether a client may say that it speaks this version of the protocol.
  public static boolean speaks(String version) {
    return MessageTransport.VERSIONS.contains(version);
  }

  /// The versions of the protocol.
  public static List<String> versions() {
    return MessageTransport.VERSIONS;
  }

  /// Answers one message, which is JSON.
  public McpReply answer(String message) {
    try {
      return switch (read(message)) {
        case JSONRPCRequest request ->
            new McpReply(McpReply.Kind.ANSWERED, written(answer(request)));
        case JSONRPCNotification notification -> {
          accept(notification);
          yield new McpReply(McpReply.Kind.ACCEPTED, "");
        }
        default -> refused(null, "akin sends no requests, so it expects no answers");
      };
    } catch (IOException | IllegalArgumentException e) {
      return refused(null, "the message must be one object of JSON-RPC 2.0, in valid JSON");
    }
  }

  static JSONRPCMessage read(String message) throws IOException {
    return McpSchema.deserializeJsonRpcMessage(JSON, message);
  }

  /// Computes the response to a request, on this thread.
  JSONRPCResponse answer(JSONRPCRequest request) {
    try {
      JSONRPCResponse response =
          transport.handler().handleRequest(McpTransportContext.EMPTY, request).block();
      if (response != null && !isInternal(response)) {
        return response;
      }
    } catch (RuntimeException _) {
      // The parameters, as below.
    }
    return JSONRPCResponse.error(request.id(), invalid(request));
  }

  private static boolean isInternal(JSONRPCResponse response) {
    return response.error() != null && response.error().code() == ErrorCodes.INTERNAL_ERROR;
  }

  /// Tools and resources catch their failures, so only parameters that cannot be read are left. The
  /// SDK tells clients about its own classes then.
  private static JSONRPCError invalid(JSONRPCRequest request) {
    return new JSONRPCError(
        ErrorCodes.INVALID_PARAMS,
        "the parameters of %s do not have the form that the protocol describes"
            .formatted(Printable.of(request.method())));
  }

  void accept(JSONRPCNotification notification) {
    transport.handler().handleNotification(McpTransportContext.EMPTY, notification).block();
  }

  /// The reply to what is no message.
  ///
  /// @param id of the request, if it can be read; otherwise absent
  static McpReply refused(@Nullable Object id, String why) {
    // The record of the SDK leaves an absent id out; JSON-RPC wants a null there.
    Map<String, Object> error = Map.of("code", ErrorCodes.INVALID_REQUEST, "message", why);
    return new McpReply(
        McpReply.Kind.REFUSED,
        JsonMapper.shared()
            .createObjectNode()
            .put("jsonrpc", McpSchema.JSONRPC_VERSION)
            .putPOJO("id", id)
            .putPOJO("error", error)
            .toString());
  }

  static String written(JSONRPCResponse response) {
    try {
      return JSON.writeValueAsString(response);
    } catch (IOException e) {
      throw new UncheckedIOException("a response cannot be written", e);
    }
  }
}
