package dev.akin.serve;

import dev.akin.embed.Deadline;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The body of a request, read up to a size and within a time.
final class RequestBody {
  private static final int CHUNK_BYTES = 8 * 1024;

  private RequestBody() {}

  /// Reads a body of JSON.
  ///
  /// @throws Refusal if it is something else, too large, or too slow
  static byte[] read(Context context, Limits limits) {
    requireJson(context.req().getContentType());
    String encoding = context.header("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new Refusal(415, "a body with Content-Encoding is not read; send it plain");
    }
    if (context.req().getContentLengthLong() > limits.bodyBytes()) {
      throw tooLarge(context, limits);
    }
    try {
      return read(context, context.req().getInputStream(), limits);
    } catch (IOException e) {
      context.header("Connection", "close");
      throw e.getCause() instanceof TimeoutException
          ? tooSlow(context)
          : new Refusal(400, "the body ended before it was whole");
    }
  }

  private static void requireJson(@Nullable String contentType) {
    String[] parts = contentType == null ? new String[] {""} : contentType.split(";", -1);
    if (!parts[0].strip().equalsIgnoreCase("application/json")) {
      throw new Refusal(415, "the body must be JSON, with Content-Type: application/json");
    }
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT).replace("\"", "");
      if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
        throw new Refusal(415, "the body must be in UTF-8");
      }
    }
  }

  private static byte[] read(Context context, InputStream in, Limits limits) throws IOException {
    Deadline deadline = Deadline.in(limits.receive());
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      body.write(chunk, 0, count);
      if (body.size() > limits.bodyBytes()) {
        throw tooLarge(context, limits);
      }
      if (deadline.hasPassed()) {
        throw tooSlow(context);
      }
    }
    return body.toByteArray();
  }

  private static Refusal tooLarge(Context context, Limits limits) {
    context.header("Connection", "close");
    return new Refusal(413, "the body is larger than " + limits.bodyBytes() + " bytes");
  }

  private static Refusal tooSlow(Context context) {
    context.header("Connection", "close");
    return new Refusal(408, "the body came too slowly");
  }
}
