package dev.akin.read.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the address of a paper at arXiv in a record that mentions `arXiv:1706.03762`.
///
/// @hidden public for its own room only
public final class ArxivLink {
  private static final String ID =
      "(\\d{4}\\.\\d{4,5}|[a-z-]{2,20}(?:\\.[a-z]{2})?/\\d{7})(?:v\\d{1,3})?(?!\\d)";

  /// `arXiv:1706.03762`, `arXiv preprint 1706.03762`, `arxiv.org/abs/1706.03762`, and DBLP's
  /// `abs/1706.03762`, perhaps twice named.
  private static final Pattern MENTION =
      Pattern.compile(
          "(?<!\\w)(?:arxiv(?:[:.]|\\se-?prints?|\\spreprints?)\\s?){1,2}"
              + ID
              + "|(?:arxiv\\.org/(?:abs|pdf)/|(?<![\\w/])abs/)"
              + ID,
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
    if (!matcher.find()) {
      return Stream.empty();
    }
    String id = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return Stream.of("https://arxiv.org/abs/" + id);
  }
}
