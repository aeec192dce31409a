package dev.akin.write.text;

import dev.akin.paper.Paper;
import dev.akin.paper.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Addresses that are safe to link: of the web, not `javascript:` or a file.
public final class WebLink {
  private static final Pattern WEB = Pattern.compile("(?i)https?://.+");

  /// Characters that no address may contain (RFC 3987), besides control characters.
  private static final Pattern FORBIDDEN = Pattern.compile("[ <>\"{}|\\\\^`]");

  private WebLink() {}

  /// The address where people read a paper; null if it is not on the web.
  public static @Nullable String of(Paper paper) {
    String link = paper.url() == null ? "" : encoded(paper.url());
    return WEB.matcher(link).matches() ? link : null;
  }

  /// The same, or else the address of its DOI.
  public static @Nullable String orDoi(Paper paper) {
    String link = of(paper);
    return link == null && paper.doi() != null ? "https://doi.org/" + encoded(paper.doi()) : link;
  }

  private static String encoded(String address) {
    return encoded(FORBIDDEN, address);
  }

  /// A DOI or other name in which `characters` are replaced by `%` and their codes.
  public static String encoded(Pattern characters, String name) {
    return characters.matcher(PlainText.of(name)).replaceAll(WebLink::code);
  }

  private static String code(MatchResult match) {
    byte[] ascii = match.group().getBytes(StandardCharsets.US_ASCII);
    return "%" + HexFormat.of().withUpperCase().formatHex(ascii);
  }
}
