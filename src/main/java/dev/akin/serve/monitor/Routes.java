package dev.akin.serve.monitor;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/// Declares routes, and notes for the log which one answers a request.
///
/// @hidden public for its own room only
public final class Routes {
  private Routes() {}

  /// A route for GET and HEAD. Without this, Javalin answers HEAD with 200 for every path that has
  /// a GET, without asking its handler.
  public static void get(RoutesConfig routes, String path, Handler handler) {
    Handler noted = noted(path, handler);
    routes.get(path, noted);
    routes.head(path, noted);
  }

  public static void post(RoutesConfig routes, String path, Handler handler) {
    routes.post(path, noted(path, handler));
  }

  /// A file that comes with akin.
  public static void file(RoutesConfig routes, String path, String contentType, byte[] bytes) {
    get(routes, path, context -> context.contentType(contentType).result(bytes));
  }

  private static Handler noted(String path, Handler handler) {
    return (Context context) -> {
      context.attribute(AccessLog.ROUTE, path);
      handler.handle(context);
    };
  }
}
