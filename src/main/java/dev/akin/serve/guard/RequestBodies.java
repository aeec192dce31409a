package dev.akin.serve.guard;

import dev.akin.base.Deadline;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Receives the bodies of requests, with a maximum size and within a time. A client that sends its
/// body slowly does not take the place of a request that can be answered.
///
/// @param running the requests
///
/// @hidden public for its own room only
public record RequestBodies(Limits limits, RunningRequests running) {
  private static final int CHUNK_BYTES = 8 * 1024;

  /// Receives a JSON body.
  ///
  /// @throws RefusedRequest if it is not JSON, too large, or too slow
  public byte[] read(Context context) {
    requireJson(context.req().getContentType());
    String encoding = context.header("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new RefusedRequest(
          415, "the body must not be compressed: send it without Content-Encoding");
    }
    if (context.req().getContentLengthLong() > limits.bodyBytes()) {
      throw tooLarge(context);
    }
    return running.whileReceiving(() -> receive(context));
  }

  private byte[] receive(Context context) {
    try {
      return read(context, context.req().getInputStream());
    } catch (IOException e) {
      context.header("Connection", "close");
      throw e.getCause() instanceof TimeoutException
          ? tooSlow(context)
          : new RefusedRequest(400, "the body is incomplete");
    }
  }

  private static void requireJson(@Nullable String contentType) {
    String[] parts = contentType == null ? new String[] {""} : contentType.split(";", -1);
    if (!parts[0].strip().equalsIgnoreCase("application/json")) {
      throw new RefusedRequest(415, "the body must be JSON, with Content-Type: application/json");
    }
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT).replace("\"", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        throw new RefusedRequest(415, "the body must be in UTF-8");
      }
    }
  }

  private byte[] read(Context context, InputStream in) throws IOException {
    Deadline deadline = Deadline.in(limits.receive());
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      body.write(chunk, 0, count);
      if (body.size() > limits.bodyBytes()) {
        throw tooLarge(context);
      }
      if (deadline.hasPassed()) {
        throw tooSlow(context);
      }
    }
    return body.toByteArray();
  }

  private RefusedRequest tooLarge(Context context) {
    context.header("Connection", "close");
    return new RefusedRequest(
        413, "the body is larger than %,d bytes".formatted(limits.bodyBytes()));
  }

  private static RefusedRequest tooSlow(Context context) {
    context.header("Connection", "close");
    return new RefusedRequest(408, "the body came too slowly");
  }
}
