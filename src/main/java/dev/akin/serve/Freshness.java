package dev.akin.serve;

import dev.akin.serve.request.Representation;
import dev.akin.serve.request.RequestKey;
import java.time.Duration;
import java.util.regex.Pattern;

/// How long browsers and caches may show an answer without asking again: the header `Cache-Control`
/// of answers that are whole.
///
/// Related papers of a paper, as the boxes of other sites ask for them, may be shown for a while,
/// also while akin cannot be reached. All other answers are asked for again with their tag.
///
/// @param maxAge for boxes; zero if they have to ask again, too
/// @param isPrivate whether only the client itself may keep an answer, because it needed a key
record Freshness(Duration maxAge, boolean isPrivate) {
  private static final String ASK_AGAIN = "no-cache";
  private static final Pattern BOX = Pattern.compile("/v1/(related|papers/[^/]+/related)");

  /// A text that somebody typed or pasted is in the address.
  private static final Pattern TEXT = Pattern.compile("(^|&)text=");

  /// An old answer may be shown while a new one is fetched.
  private static final Duration WHILE_ASKING = Duration.ofHours(1);

  /// An old answer may be shown if akin does not answer.
  private static final Duration WHILE_DOWN = Duration.ofDays(1);

  static Freshness of(ServeOptions options) {
    return new Freshness(options.maxAge(), !options.access().keys().isEmpty());
  }

  /// The header for an answer.
  String of(RequestKey asked) {
    return isForBox(asked) ? ofFiles() : ASK_AGAIN;
  }

  /// The header for files that come with akin.
  String ofFiles() {
    return maxAge.isZero()
        ? ASK_AGAIN
        : "%s, max-age=%d, stale-while-revalidate=%d, stale-if-error=%d"
            .formatted(
                isPrivate ? "private" : "public",
                maxAge.toSeconds(),
                WHILE_ASKING.toSeconds(),
                WHILE_DOWN.toSeconds());
  }

  private static boolean isForBox(RequestKey asked) {
    return (asked.as() == Representation.JSON || asked.as() == Representation.FRAGMENT)
        && BOX.matcher(asked.path()).matches()
        && !TEXT.matcher(asked.canonical()).find();
  }
}
