package dev.akin.serve;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.serve.monitor.Routes;
import dev.akin.serve.monitor.ServiceMetrics;
import dev.akin.serve.request.Parameters;
import dev.akin.write.json.InfoJson;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.util.Set;

/// Information about the service, and its metrics.
///
/// @param version of akin
record InfoRoutes(PaperIndex index, String version, ServiceMetrics metrics) {
  void addTo(RoutesConfig routes) {
    Routes.get(routes, "/v1/info", this::info);
    Routes.get(routes, "/metrics", this::metrics);
  }

  private void info(Context context) {
    Parameters.of(context, Set.of());
    try (IndexSnapshot snapshot = index.snapshot()) {
      context
          .contentType("application/json")
          .result(InfoJson.of(version, snapshot.info()).toString());
    }
  }

  private void metrics(Context context) {
    context.contentType(PrometheusTextFormatWriter.CONTENT_TYPE).result(metrics.text());
  }
}
