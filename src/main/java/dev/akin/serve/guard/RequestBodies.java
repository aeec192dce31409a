package dev.akin.serve.guard;

import dev.akin.base.Deadline;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Receives the bodies of requests, with a maximum size and within a time. A client that sends its
/// body slowly does not take the place of a request that can be answered. Safe for use by many
/// threads.
///
/// @hidden public for its own room only
public final class RequestBodies {
  /// The maximum size of a file, in bytes.
  public static final int MAX_FILE_BYTES = 10 << 20;

  private static final int CHUNK_BYTES = 8 * 1024;

  /// How much of files may be in memory at the same time, in chunks: that of eight large ones.
  private static final int FILE_CHUNKS = 8 * MAX_FILE_BYTES / CHUNK_BYTES;

  private final Limits limits;
  private final RunningRequests running;
  private final Semaphore room = new Semaphore(FILE_CHUNKS);

  /// @param running the requests
  public RequestBodies(Limits limits, RunningRequests running) {
    this.limits = limits;
    this.running = running;
  }

  /// Receives a JSON body.
  ///
  /// @throws RefusedRequest if it is not JSON, too large, or too slow
  public byte[] read(Context context) {
    requireJson(context.req().getContentType());
    return receive(context, limits.bodyBytes(), null);
  }

  /// Receives a file, which may be larger than other bodies. All files together are limited, too.
  ///
  /// @throws RefusedRequest if it is too large or too slow, or too many are here already
  public ReceivedFile readFile(Context context) {
    ReceivedFile.Room taken = new ReceivedFile.Room(room);
    try {
      return new ReceivedFile(receive(context, MAX_FILE_BYTES, taken), taken);
    } catch (RuntimeException | Error e) {
      taken.close();
      throw e;
    }
  }

  private byte[] receive(Context context, int maxBytes, ReceivedFile.@Nullable Room taken) {
    String encoding = context.header("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new RefusedRequest(
          415, "the body must not be compressed: send it without Content-Encoding");
    }
    if (context.req().getContentLengthLong() > maxBytes) {
      throw tooLarge(context, maxBytes);
    }
    return running.whileReceiving(
        () -> {
          try {
            return read(context, maxBytes, taken);
          } catch (IOException e) {
            context.header("Connection", "close");
            throw e.getCause() instanceof TimeoutException
                ? tooSlow(context)
                : new RefusedRequest(400, "the body is incomplete");
          }
        });
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

  /// @param taken where the body takes its memory from; absent for a body of usual size
  private byte[] read(Context context, int maxBytes, ReceivedFile.@Nullable Room taken)
      throws IOException {
    InputStream in = context.req().getInputStream();
    Deadline deadline = Deadline.in(limits.receive());
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      body.write(chunk, 0, count);
      if (body.size() > maxBytes) {
        throw tooLarge(context, maxBytes);
      }
      if (deadline.hasPassed()) {
        throw tooSlow(context);
      }
      if (taken != null && !taken.reach(body.size() / CHUNK_BYTES)) {
        context.header("Connection", "close");
        throw new RefusedRequest(503, "too many files are being received; try again in a second");
      }
    }
    return body.toByteArray();
  }

  private static RefusedRequest tooLarge(Context context, int maxBytes) {
    context.header("Connection", "close");
    return new RefusedRequest(413, "the body is larger than %,d bytes".formatted(maxBytes));
  }

  private static RefusedRequest tooSlow(Context context) {
    context.header("Connection", "close");
    return new RefusedRequest(408, "the body came too slowly");
  }
}
