package dev.akin.serve;

import dev.akin.base.Resources;
import dev.akin.serve.monitor.Routes;
import io.javalin.config.RoutesConfig;

/// What other sites and their visitors' robots read: the web component for a box of related papers,
/// and what robots may read.
///
/// A script that is a module comes from another origin only with permission (`--cors`), as the
/// answers do. `Cross-Origin-Resource-Policy` is for requests without such a permission.
///
/// @param freshness how long browsers keep the script
record BoxRoutes(Freshness freshness) {
  void addTo(RoutesConfig routes) {
    byte[] script = Resources.bytes(BoxRoutes.class, "akin-related.js");
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
}
