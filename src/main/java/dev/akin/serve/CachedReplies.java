package dev.akin.serve;

import dev.akin.base.Deadline;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.serve.monitor.ServiceMetrics;
import dev.akin.serve.page.Content;
import dev.akin.serve.request.Representation;
import dev.akin.serve.request.RequestKey;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// Sends answers. Each is computed from one version of the index. A client that already has the
/// answer gets 304; an answer that is in the cache is not computed again. A partial answer has no
/// tag, and nobody may keep it.
final class CachedReplies {
  private final PaperIndex index;
  private final TimedAnswers timed;
  private final String version;
  private final ServiceMetrics metrics;
  private final AnswerCache answers;
  private final Freshness freshness;

  CachedReplies(
      PaperIndex index, TimedAnswers timed, ServeOptions options, ServiceMetrics metrics) {
    this.index = index;
    this.timed = timed;
    this.version = options.version();
    this.metrics = metrics;
    this.freshness = Freshness.of(options);
    this.answers = new AnswerCache(options.limits().cacheBytes());
  }

  /// Answers a request in the form that it asks for.
  ///
  /// @param content computes the answer
  void send(
      Context context, RequestKey asked, BiFunction<Recommender, IndexSnapshot, Content> content) {
    sendBody(
        context,
        asked,
        asked.as().saysPartial(),
        (recommender, snapshot) -> Body.of(content.apply(recommender, snapshot), asked.as()));
  }

  /// Answers a request for a page that has no other form.
  ///
  /// @param html computes the page
  void sendPage(
      Context context, RequestKey asked, BiFunction<Recommender, IndexSnapshot, String> html) {
    sendBody(
        context,
        asked,
        asked.as().saysPartial(),
        (recommender, snapshot) -> Body.html(html.apply(recommender, snapshot)));
  }

  /// Answers a request that has no other form than JSON, which cannot say that it is partial.
  ///
  /// @param json computes the answer
  void sendJson(
      Context context, RequestKey asked, BiFunction<Recommender, IndexSnapshot, ObjectNode> json) {
    sendBody(
        context,
        asked,
        false,
        (recommender, snapshot) -> Body.json(json.apply(recommender, snapshot)));
  }

  /// @param saysPartial whether the form can say that the answer is partial; if not, it must be
  ///   whole
  private void sendBody(
      Context context,
      RequestKey asked,
      boolean saysPartial,
      BiFunction<Recommender, IndexSnapshot, Body> body) {
    Deadline deadline = timed.deadlines().get();
    try (IndexSnapshot snapshot = index.snapshot()) {
      EntityTag tag = EntityTag.of(version, snapshot.info(), asked);
      boolean isTagged = !context.method().equals(HandlerType.POST);
      if (isTagged && tag.isAmong(context.header("If-None-Match"))) {
        tag(context, tag, asked).status(304);
        return;
      }
      Body found =
          body(
              context,
              tag,
              deadline,
              () ->
                  timed.compute(
                      snapshot,
                      deadline,
                      (with, own) -> checked(body.apply(with, own), own, saysPartial)));
      if (found.isPartial()) {
        context.header("Cache-Control", "no-store");
      } else if (isTagged) {
        tag(context, tag, asked);
      }
      send(context, found);
    }
  }

  private static Body checked(Body body, IndexSnapshot snapshot, boolean saysPartial) {
    if (!saysPartial) {
      snapshot.requireWhole();
    }
    return snapshot.endedEarly() ? body.partial() : body;
  }

  private Context tag(Context context, EntityTag tag, RequestKey asked) {
    // For origins that may ask, CrossOriginHandler has already set another Vary.
    context
        .res()
        .addHeader(
            "Vary", asked.as() == Representation.HTML ? "Accept, Accept-Language" : "Accept");
    return context.header("ETag", tag.value()).header("Cache-Control", freshness.of(asked));
  }

  private static void send(Context context, Body body) {
    context.contentType(body.contentType()).result(body.bytes());
  }

  private Body body(Context context, EntityTag tag, Deadline deadline, Supplier<Body> compute) {
    long start = System.nanoTime();
    AnswerCache.Found found = answers.get(tag, deadline, compute);
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
