package dev.akin.serve.guard;

import io.javalin.http.Context;
import java.util.Collections;

/// Lets requests in: those with a key, if there are keys, and not more of one client than it may
/// send.
///
/// @hidden public for its own room only
public final class AccessControl {
  /// Wrong keys of one address: so many at once, and one more in every second.
  private static final int GUESSES = 20;

  private final Keys keys;
  private final ClientAddress addresses;
  private final Rates guesses = new Rates(GUESSES, 1);
  private final Rates requests;
  private final boolean isLimited;

  public AccessControl(Access access) {
    this.keys = new Keys(access.keys());
    this.addresses = access.addresses();
    this.isLimited = access.perSecond() > 0;
    this.requests = new Rates(Math.max(1, access.perSecond()), Math.max(1, access.perSecond()));
  }

  /// Lets a request in, or refuses it.
  ///
  /// @throws RefusedRequest if the request may not come in
  public void check(Context context) {
    String client = addresses.of(context.req().getRemoteAddr(), forwarded(context));
    String who = keys.areNone() ? client : checkKey(context, client);
    if (isLimited && !RunningRequests.HEALTH.contains(context.path()) && !requests.take(who)) {
      throw new RefusedRequest(429, "too many requests; wait a second");
    }
  }

  /// Some proxies add a line of their own.
  private static String forwarded(Context context) {
    return String.join(",", Collections.list(context.req().getHeaders("X-Forwarded-For")));
  }

  /// The key, if it is right. An address that has guessed too often is not listened to for a while,
  /// else there would be no limit to guessing.
  private String checkKey(Context context, String client) {
    if (!guesses.has(client)) {
      throw new RefusedRequest(429, "too many wrong keys from this address; wait a second");
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
            ? "this service needs a key: send Authorization: Bearer KEY, or X-API-Key: KEY"
            : "the key is not one of this service's");
  }
}
