package dev.akin.serve;

import dev.akin.base.Resources;
import dev.akin.serve.monitor.Routes;
import io.javalin.config.RoutesConfig;
import java.nio.charset.StandardCharsets;

/// What other sites and their visitors' robots read: the web component for a box of related papers,
/// and what robots may read.
///
/// A script that is a module comes from another origin only with permission (`--cors`), as the
/// answers do. `Cross-Origin-Resource-Policy` is for requests without such a permission.
///
/// @param freshness how long browsers keep the script
/// @param isCounted whether boxes say which ranks were seen and opened
record BoxRoutes(Freshness freshness, boolean isCounted) {
  private static final String NOT_COUNTED = "const COUNTED = false;";

  void addTo(RoutesConfig routes) {
    byte[] script = script().getBytes(StandardCharsets.UTF_8);
    Routes.get(
        routes,
        "/akin-related.js",
        context ->
            context
                .header("Cache-Control", freshness.ofFiles())
                .contentType("text/javascript; charset=utf-8")
                .result(script));
    Routes.file(
        routes,
        "/robots.txt",
        "text/plain; charset=utf-8",
        Resources.bytes(BoxRoutes.class, "robots.txt"));
  }

  private String script() {
    String script = Resources.text(BoxRoutes.class, "akin-related.js");
    return isCounted ? script.replace(NOT_COUNTED, "const COUNTED = true;") : script;
  }
}
