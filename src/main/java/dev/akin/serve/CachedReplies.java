package dev.akin.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.serve.monitor.ServiceMetrics;
import dev.akin.serve.page.Content;
import dev.akin.serve.request.Representation;
import dev.akin.serve.request.RequestKey;
import dev.akin.write.ListFormat;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends answers, each from one commit: nothing where the client has it already, and the same bytes
/// again where the same was asked before.
final class CachedReplies {
  /// An answer is in the cache with so much beside its bytes.
  private static final int ENTRY_BYTES = 256;

  private final PaperIndex index;
  private final String version;
  private final ServiceMetrics metrics;
  private final Cache<EntityTag, Body> made;

  CachedReplies(PaperIndex index, ServeOptions options, ServiceMetrics metrics) {
    this.index = index;
    this.version = options.version();
    this.metrics = metrics;
    this.made =
        Caffeine.newBuilder()
            .maximumWeight(options.limits().cacheBytes())
            .weigher((EntityTag tag, Body body) -> body.sizeBytes() + ENTRY_BYTES)
            .build();
  }

  /// Answers a request.
  ///
  /// @param content makes the answer from a commit
  void send(Context context, RequestKey asked, Function<IndexSnapshot, Content> content) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      EntityTag tag = EntityTag.of(version, snapshot.info(), asked);
      if (context.method().equals(HandlerType.POST)) {
        send(context, body(context, tag, () -> body(content.apply(snapshot), asked.as())));
      } else if (tag.isAmong(context.header("If-None-Match"))) {
        tag(context, tag).status(304);
      } else {
        Body body = body(context, tag, () -> body(content.apply(snapshot), asked.as()));
        send(tag(context, tag), body);
      }
    }
  }

  private static Context tag(Context context, EntityTag tag) {
    // Another Vary may be there, of those pages that may ask.
    context.res().addHeader("Vary", "Accept");
    return context.header("ETag", tag.value()).header("Cache-Control", "no-cache");
  }

  private static void send(Context context, Body body) {
    context.contentType(body.contentType()).result(body.bytes());
  }

  private interface Making {
    Body make();
  }

  private Body body(Context context, EntityTag tag, Making making) {
    long start = System.nanoTime();
    Body known = made.getIfPresent(tag);
    Body body = known == null ? making.make() : known;
    if (known == null) {
      made.put(tag, body);
    }
    metrics.answered(known != null);
    context.header("Server-Timing", timing(known != null, System.nanoTime() - start));
    return body;
  }

  private static String timing(boolean known, long nanos) {
    return known
        ? "cache;desc=hit"
        : "cache;desc=miss, answer;dur=" + String.format(Locale.ROOT, "%.2f", nanos / 1e6);
  }

  private static Body body(Content content, Representation as) {
    return switch (as) {
      case JSON -> json(content.json());
      case HTML -> text(content.html(), "text/html; charset=utf-8");
      case BIBTEX, RIS, CSV, ATOM -> {
        ListFormat format = as.requireFormat();
        yield text(format.write(content.list()), format.contentType());
      }
    };
  }

  private static Body json(JsonNode node) {
    return new Body(JsonMapper.shared().writeValueAsBytes(node), "application/json");
  }

  private static Body text(String text, String contentType) {
    return new Body(text.getBytes(StandardCharsets.UTF_8), contentType);
  }
}
