package dev.akin.serve.guard;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// Keeps robots that follow every link to the pages of papers. There are endlessly many searches
/// and filtered lists: they are not for search engines, and a client that reads as many of them as
/// no person does has to wait.
///
/// @hidden public for its own room only
public final class Crawlers {
  /// Where boxes say what was seen and opened.
  public static final String COUNTS = "/v1/box-events";

  /// A reader may open so many seconds' worth of pages at once.
  private static final int BURST_SECONDS = 60;

  /// What boxes send to be counted: all that a reader of one page after the other sees.
  private static final int COUNTED_AT_ONCE = 60;

  private final boolean isLimited;
  private final Rates pages;
  private final Rates counted = new Rates(COUNTED_AT_ONCE, 1);

  /// @param perSecond how many searches and filtered lists a client may read each second in the
  ///   long run; 0 for any number
  Crawlers(int perSecond) {
    this.isLimited = perSecond > 0;
    this.pages = new Rates(Math.max(1, perSecond) * BURST_SECONDS, Math.max(1, perSecond));
  }

  /// Tells search engines to leave an answer out, unless it is the page of a paper or a plain list.
  public static void mark(Context context) {
    if (isApi(context.path()) || isEndless(context.path(), context.queryString())) {
      context.header("X-Robots-Tag", "noindex");
    }
  }

  /// Counts a search or a filtered list, or an event of a box. Clients in the same private network
  /// are not counted: they may be a proxy that stands for all readers.
  ///
  /// @param client its address
  /// @throws RefusedRequest if the client has read too many
  void check(Context context, String client) {
    if (isLimited && isEndless(context.path(), context.queryString())) {
      take(pages, client, "too many searches and filtered lists; try again later");
    } else if (context.path().equals(COUNTS)) {
      take(counted, client, "too many events of boxes");
    }
  }

  private static void take(Rates rates, String client, String refusal) {
    NetworkAddress address = NetworkAddress.of(client);
    if (!address.isInternal() && !rates.take(address.client().toString())) {
      throw new RefusedRequest(429, refusal);
    }
  }

  private static boolean isApi(String path) {
    return path.startsWith("/v1/") || path.startsWith("/recommendations/");
  }

  /// Whether a page is a search or a list with filters.
  private static boolean isEndless(String path, @Nullable String query) {
    return !isApi(path)
        && query != null
        && !query.isEmpty()
        && !path.equals("/paper")
        && !path.endsWith(".js")
        && !path.endsWith(".css");
  }
}
