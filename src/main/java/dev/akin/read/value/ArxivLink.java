package dev.akin.read.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the address of a paper at arXiv in a record that mentions `arXiv:1706.03762`.
///
/// @hidden public for its own room only
public final class ArxivLink {
  private static final Pattern MENTION =
      Pattern.compile(
          "(?<!\\w)arxiv[:.]\\s?(\\d{4}\\.\\d{4,5}|[a-z-]{2,20}(?:\\.[a-z]{2})?/\\d{7})(?!\\d)",
          Pattern.CASE_INSENSITIVE);

  private ArxivLink() {}

  /// `url`; if that is empty, arXiv's address of the paper that the first of `mentions` with an
  /// arXiv id names, or null if none has one.
  public static @Nullable String orElse(String url, String... mentions) {
    return url.isEmpty()
        ? Stream.of(mentions).flatMap(ArxivLink::in).findFirst().orElse(null)
        : url;
  }

  private static Stream<String> in(String mention) {
    Matcher matcher = MENTION.matcher(mention);
    return matcher.find() ? Stream.of("https://arxiv.org/abs/" + matcher.group(1)) : Stream.empty();
  }
}
