package dev.akin.serve;

import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.serve.monitor.ServiceMetrics;
import dev.akin.serve.page.Content;
import dev.akin.serve.request.RequestKey;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Sends answers. Each is computed from one version of the index. A client that already has the
/// answer gets 304; an answer that is in the cache is not computed again.
final class CachedReplies {
  private final PaperIndex index;
  private final String version;
  private final ServiceMetrics metrics;
  private final AnswerCache answers;

  CachedReplies(PaperIndex index, ServeOptions options, ServiceMetrics metrics) {
    this.index = index;
    this.version = options.version();
    this.metrics = metrics;
    this.answers = new AnswerCache(options.limits().cacheBytes());
  }

  /// Answers a request in the form that it asks for.
  ///
  /// @param content computes the answer
  void send(Context context, RequestKey asked, Function<IndexSnapshot, Content> content) {
    sendBody(context, asked, snapshot -> Body.of(content.apply(snapshot), asked.as()));
  }

  /// Answers a request that has no other form than JSON.
  ///
  /// @param json computes the answer
  void sendJson(Context context, RequestKey asked, Function<IndexSnapshot, ObjectNode> json) {
    sendBody(context, asked, snapshot -> Body.json(json.apply(snapshot)));
  }

  private void sendBody(Context context, RequestKey asked, Function<IndexSnapshot, Body> body) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      EntityTag tag = EntityTag.of(version, snapshot.info(), asked);
      if (context.method().equals(HandlerType.POST)) {
        send(context, body(context, tag, snapshot, body));
      } else if (tag.isAmong(context.header("If-None-Match"))) {
        tag(context, tag).status(304);
      } else {
        Body found = body(context, tag, snapshot, body);
        send(tag(context, tag), found);
      }
    }
  }

  private static Context tag(Context context, EntityTag tag) {
    // For origins that may ask, CrossOriginHandler has already set another Vary.
    context.res().addHeader("Vary", "Accept");
    return context.header("ETag", tag.value()).header("Cache-Control", "no-cache");
  }

  private static void send(Context context, Body body) {
    context.contentType(body.contentType()).result(body.bytes());
  }

  private Body body(
      Context context,
      EntityTag tag,
      IndexSnapshot snapshot,
      Function<IndexSnapshot, Body> compute) {
    long start = System.nanoTime();
    AnswerCache.Found found = answers.get(tag, () -> snapshot.whole(() -> compute.apply(snapshot)));
    metrics.answered(found.known());
    context.header("Server-Timing", timing(found.known(), System.nanoTime() - start));
    return found.body();
  }

  private static String timing(boolean known, long nanos) {
    return known
        ? "cache;desc=hit"
        : "cache;desc=miss, answer;dur=" + String.format(Locale.ROOT, "%.2f", nanos / 1e6);
  }
}
