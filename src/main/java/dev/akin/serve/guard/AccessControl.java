package dev.akin.serve.guard;

import io.javalin.http.Context;
import java.util.Collections;

/// Checks whether a request may be answered: it needs a key if there are keys, and no client may
/// send more requests than the rate allows.
///
/// @hidden public for its own room only
public final class AccessControl {
  /// How many wrong keys an address may send at once; and then one a second.
  private static final int GUESSES = 20;

  private final Keys keys;
  private final ClientAddress addresses;
  private final Rates guesses = new Rates(GUESSES, 1);
  private final Rates requests;
  private final boolean isLimited;
  private final Crawlers crawlers;

  public AccessControl(Access access) {
    this.keys = new Keys(access.keys());
    this.addresses = access.addresses();
    this.isLimited = access.perSecond() > 0;
    this.crawlers = new Crawlers(access.pagesPerSecond());
    this.requests = new Rates(Math.max(1, access.perSecond()), Math.max(1, access.perSecond()));
  }

  /// Checks a request.
  ///
  /// @throws RefusedRequest if it may not be answered
  public void check(Context context) {
    String client = addresses.of(context.req().getRemoteAddr(), forwarded(context));
    String who = keys.areNone() ? client : checkKey(context, client);
    if (isLimited && !RunningRequests.HEALTH.contains(context.path()) && !requests.take(who)) {
      throw new RefusedRequest(429, "too many requests; try again in a second");
    }
    if (keys.areNone()) {
      crawlers.check(context, client);
    }
  }

  /// All lines of the header: some proxies add another line.
  private static String forwarded(Context context) {
    return String.join(",", Collections.list(context.req().getHeaders("X-Forwarded-For")));
  }

  /// The key of the request, if it is right. An address that sent too many wrong keys is refused
  /// for a while, even with the right key; otherwise it could go on guessing.
  private String checkKey(Context context, String client) {
    if (!guesses.has(client)) {
      throw new RefusedRequest(429, "too many wrong keys from this address; try again in a second");
    }
    String key = Keys.of(context.header("Authorization"), context.header("X-API-Key"));
    if (key != null && keys.has(key)) {
      return key;
    }
    if (key != null) {
      guesses.take(client);
    }
    context.header("WWW-Authenticate", "Bearer realm=\"akin\", Basic realm=\"akin\"");
    throw new RefusedRequest(
        401,
        key == null
            ? "this service requires a key: send Authorization: Bearer KEY or X-API-Key: KEY"
            : "this key is not valid here");
  }
}
