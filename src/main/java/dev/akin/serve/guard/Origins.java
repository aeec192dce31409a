package dev.akin.serve.guard;

import io.javalin.http.Context;
import java.util.List;

/// Checks where a script that sends a request comes from. Programs send no `Origin`; browsers do,
/// and a website could otherwise let its readers' browsers ask a service that only they can reach.
///
/// @param allowed websites whose scripts may ask; `*` for all
///
/// @hidden public for its own room only
public record Origins(List<String> allowed) {
  /// Checks a request.
  ///
  /// @throws RefusedRequest if it comes from a script of another website
  public void check(Context context) {
    String origin = context.header("Origin");
    if (origin != null && !allowed.contains("*") && !allowed.contains(origin)) {
      throw new RefusedRequest(
          403, "scripts of this website may not ask here; start the service with --cors for it");
    }
  }
}
