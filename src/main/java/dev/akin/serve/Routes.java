package dev.akin.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/// Routes that are read. Javalin answers HEAD with 200 for every path that has a GET, without
/// asking its handler.
final class Routes {
  private Routes() {}

  static void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    routes.head(path, handler);
  }
}
