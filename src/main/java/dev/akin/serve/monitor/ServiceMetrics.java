package dev.akin.serve.monitor;

import dev.akin.index.store.BackgroundCheck;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.vector.Space;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/// The metrics of the service, for Prometheus.
///
/// @hidden public for its own room only
public final class ServiceMetrics {
  /// Seconds: 0.5 ms to 4 s, doubling.
  private static final double FASTEST = 0.000_5;

  private static final int BUCKETS = 14;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final PaperIndex index;

  private final Counter requests =
      Counter.builder()
          .name("akin_http_requests_total")
          .help("Requests by route, method and status.")
          .labelNames("route", "method", "status")
          .register(registry);
  private final Histogram seconds =
      Histogram.builder()
          .name("akin_http_request_seconds")
          .help("Time from a request's first byte to its answer's last, by route.")
          .classicOnly()
          .classicExponentialUpperBounds(FASTEST, 2, BUCKETS)
          .labelNames("route")
          .register(registry);
  private final Counter answers =
      Counter.builder()
          .name("akin_answers_total")
          .help("Answers, by whether they were in the cache.")
          .labelNames("cache")
          .register(registry);

  /// @param check reads the files of the index
  /// @param running how many requests are being answered
  /// @param waiting how many answers wait for a processor
  public ServiceMetrics(
      PaperIndex index,
      ModelState models,
      BackgroundCheck check,
      LongSupplier running,
      LongSupplier waiting) {
    this.index = index;
    JvmMetrics.builder().register(registry);
    gauge("akin_http_requests_running", "Requests that are being answered.", running);
    gauge(
        "akin_answers_waiting",
        "Answers that wait for a processor; too many are refused with 429.",
        waiting);
    gauge(
        "akin_embedding_queue_tokens",
        "Tokens of texts that wait for the model or are being embedded.",
        models::waitingTokens);
    gauge(
        "akin_embedding_queue_limit_tokens",
        "Maximum number of waiting tokens; further texts are refused with 429.",
        models::mostWaitingTokens);
    gauge("akin_model_ready", "1 if the model is loaded.", () -> models.isReady() ? 1 : 0);
    ofIndex("akin_index_commit", "The version of the index that answers.", IndexInfo::commit);
    ofIndex("akin_index_papers", "Papers in the index.", IndexInfo::papers);
    ofIndex("akin_index_vectors", "Different texts in the index.", IndexInfo::vectors);
    ofIndex("akin_index_size_bytes", "Size of the index's files.", IndexInfo::sizeBytes);
    ofIndex(
        "akin_index_committed_seconds",
        "When this version of the index was written, in seconds since 1970.",
        info -> info.committedAt().getEpochSecond());
    gauge(
        "akin_index_checked_bytes",
        "Bytes of the index's files that were compared with their checksums.",
        () -> check.status().checkedBytes());
    gauge(
        "akin_index_damaged_files",
        "Files of the index that are damaged.",
        () -> check.status().damaged().size());
    GaugeWithCallback.builder()
        .name("akin_model")
        .help("The models that answer.")
        .labelNames("model", "identity", "build")
        .callback(this::models)
        .register(registry);
  }

  private void gauge(String name, String help, LongSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call((double) value.getAsLong()))
        .register(registry);
  }

  private void ofIndex(String name, String help, ToDoubleFunction<IndexInfo> value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> withInfo(info -> callback.call(value.applyAsDouble(info))))
        .register(registry);
  }

  private void models(GaugeWithCallback.Callback callback) {
    withInfo(
        info -> {
          for (Space space : info.spaces()) {
            callback.call(1, space.model(), space.identity(), info.build());
          }
        });
  }

  private void withInfo(Consumer<IndexInfo> use) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      use.accept(snapshot.info());
    }
  }

  /// Counts a request that is answered.
  void exchanged(AccessLogEntry exchange) {
    requests
        .labelValues(exchange.route(), exchange.method(), String.valueOf(exchange.status()))
        .inc();
    seconds.labelValues(exchange.route()).observe(exchange.took().toNanos() / 1e9);
  }

  /// Counts an answer.
  ///
  /// @param known whether it was in the cache
  public void answered(boolean known) {
    answers.labelValues(known ? "hit" : "miss").inc();
  }

  /// All metrics as text.
  public byte[] text() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toByteArray();
  }
}
