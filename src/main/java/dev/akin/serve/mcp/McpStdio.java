package dev.akin.serve.mcp;

import dev.akin.base.Printable;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// Serves one client over a pair of streams: a message is a line, in both directions. Requests are
/// answered at the same time, as many as there are processors. What is wrong is answered, too, and
/// the next line is read.
public final class McpStdio {
  /// The maximum size of a message.
  static final int MAX_BYTES = 1 << 20;

  /// So many requests may wait; then no more are read.
  private static final int MAX_WAITING = 64;

  private static final String CANCELLED = "notifications/cancelled";

  private final McpEndpoint endpoint;
  private final InputStream in;
  private final OutputStream out;

  /// The ids of requests that still want an answer.
  private final Set<Object> running = ConcurrentHashMap.newKeySet();

  private final ThreadPoolExecutor threads;

  private McpStdio(McpEndpoint endpoint, InputStream in, OutputStream out) {
    int processors = Runtime.getRuntime().availableProcessors();
    this.endpoint = endpoint;
    this.in = new BufferedInputStream(in);
    this.out = out;
    this.threads =
        new ThreadPoolExecutor(
            processors,
            processors,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().name("akin-mcp-", 0).daemon().factory(),
            new ThreadPoolExecutor.CallerRunsPolicy());
  }

  /// Answers until the input ends and all requests are answered.
  ///
  /// @throws UncheckedIOException if the input cannot be read
  public static void serve(McpEndpoint endpoint, InputStream in, OutputStream out) {
    new McpStdio(endpoint, in, out).serve();
  }

  private void serve() {
    try {
      for (ReceivedLine line = next(); line != null; line = next()) {
        take(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("standard input cannot be read", e);
    } finally {
      finish();
    }
  }

  private void finish() {
    threads.shutdown();
    try {
      threads.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A line, or the beginning of one that is too long.
  private record ReceivedLine(String text, boolean isWhole) {}

  /// The next line that is not blank; absent at the end.
  private @Nullable ReceivedLine next() throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    long size = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        if (size > 0 && !kept.toString(StandardCharsets.UTF_8).isBlank()) {
          break;
        }
        kept.reset();
        size = 0;
      } else if (size++ < MAX_BYTES) {
        kept.write(next);
      }
    }
    return size == 0
        ? null
        : new ReceivedLine(kept.toString(StandardCharsets.UTF_8), size <= MAX_BYTES);
  }

  private void take(ReceivedLine line) {
    if (!line.isWhole) {
      write(
          McpEndpoint.refused(
                  idOf(line.text),
                  "the message is larger than " + Printable.count(MAX_BYTES) + " bytes")
              .json());
      return;
    }
    switch (message(line.text)) {
      case JSONRPCRequest request -> {
        running.add(request.id());
        threads.execute(() -> answer(request));
      }
      case JSONRPCNotification cancelled when cancelled.method().equals(CANCELLED) ->
          cancel(cancelled);
      case null, default -> write(endpoint.answer(line.text).json());
    }
  }

  /// Absent if it is none.
  private static @Nullable JSONRPCMessage message(String line) {
    try {
      return McpEndpoint.read(line);
    } catch (IOException | IllegalArgumentException _) {
      return null;
    }
  }

  private void answer(JSONRPCRequest request) {
    if (running.contains(request.id())) {
      String response = McpEndpoint.written(endpoint.answer(request));
      if (running.remove(request.id())) {
        write(response);
      }
    }
  }

  /// A request that is cancelled gets no answer. One that is being computed goes on, because an
  /// interrupt would close files that are being read.
  private void cancel(JSONRPCNotification cancelled) {
    if (cancelled.params() instanceof Map<?, ?> params && params.get("requestId") != null) {
      running.remove(params.get("requestId"));
    }
  }

  private void write(String message) {
    if (message.isEmpty()) {
      return;
    }
    try {
      synchronized (out) {
        out.write((message + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (IOException _) {
      // Nobody reads any more; the input ends, too.
    }
  }

  /// The id of a request whose end is missing; absent if it comes later, or is none.
  private static @Nullable Object idOf(String beginning) {
    try (JsonParser parser = JsonMapper.shared().createParser(beginning)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          boolean isId = parser.currentName().equals("id");
          JsonToken value = parser.nextToken();
          if (isId) {
            return value == JsonToken.VALUE_STRING ? parser.getString() : number(parser);
          }
          parser.skipChildren();
        }
      }
    } catch (JacksonException _) {
      // The id is behind the part that was kept.
    }
    return null;
  }

  private static @Nullable Object number(JsonParser parser) {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? parser.getNumberValue() : null;
  }
}
