package dev.akin.harvest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What to ask an OAI-PMH server for.
///
/// @param url of the server, `http` or `https`, without a verb
/// @param set of the server's papers, such as `cs:cs:CL`; absent for all papers
/// @param prefix the form of the metadata: `oai_dc`, which every server has, or `arXiv`
/// @param from the first datestamp, `2024-05-17` or `2024-05-17T10:00:00Z`, in UTC; absent for no
///   limit
/// @param until the last datestamp, in the form of `from`; absent for no limit
public record HarvestRequest(
    URI url, @Nullable String set, String prefix, @Nullable String from, @Nullable String until) {
  /// Dublin Core.
  public static final String OAI_DC = "oai_dc";

  /// arXiv's own metadata.
  public static final String ARXIV = "arXiv";

  private static final int DAY = "2024-05-17".length();
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final Pattern SET = Pattern.compile("[A-Za-z0-9_.!~*'():-]{1,200}");

  /// @throws IllegalArgumentException if one of them does not have this form; the message says
  ///   which
  public HarvestRequest {
    check(
        url.getScheme() != null
            && SCHEMES.contains(url.getScheme())
            && url.getHost() != null
            && url.getUserInfo() == null
            && url.getFragment() == null,
        "url " + url + " is not the address of a server; write http://… or https://…");
    check(
        set == null || SET.matcher(set).matches(),
        "set \"" + set + "\" has a character that sets cannot have, or is too long");
    check(
        prefix.equals(OAI_DC) || prefix.equals(ARXIV),
        "prefix \"" + prefix + "\" is unknown; the prefixes are " + OAI_DC + " and " + ARXIV);
    if (from != null && until != null) {
      check(from.length() == until.length(), "from and until do not have the same form");
      check(!instant(from).isAfter(instant(until)), "from " + from + " is after until " + until);
    } else if (from != null || until != null) {
      instant(from == null ? "" + until : from);
    }
  }

  private static void check(boolean good, String message) {
    if (!good) {
      throw new IllegalArgumentException(message);
    }
  }

  private static Instant instant(String stamp) {
    try {
      return switch (stamp.length()) {
        case 10 -> LocalDate.parse(stamp).atStartOfDay(ZoneOffset.UTC).toInstant();
        case 20 -> Instant.parse(stamp);
        default -> throw new DateTimeException("not of that form");
      };
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"" + stamp + "\" is not a datestamp; write 2024-05-17 or 2024-05-17T10:00:00Z", e);
    }
  }

  /// The same request with datestamps as exact as those of the server. A day becomes its first or
  /// its last second.
  HarvestRequest in(Repository.Granularity granularity) {
    boolean days = granularity == Repository.Granularity.DAY;
    return new HarvestRequest(
        url,
        set,
        prefix,
        days ? day(from) : second(from, "T00:00:00Z"),
        days ? day(until) : second(until, "T23:59:59Z"));
  }

  private static @Nullable String day(@Nullable String stamp) {
    return stamp == null ? null : stamp.substring(0, DAY);
  }

  private static @Nullable String second(@Nullable String stamp, String time) {
    return stamp == null || stamp.length() > DAY ? stamp : stamp + time;
  }

  /// The address of a page of the records.
  ///
  /// @param token from the page before it; absent for the first page
  URI page(@Nullable String token) {
    StringBuilder page = start(OaiAnswer.Verb.LIST_RECORDS, token);
    if (token == null) {
      append(page, "metadataPrefix", prefix);
      append(page, "set", set);
      append(page, "from", from);
      append(page, "until", until);
    }
    return URI.create(page.toString());
  }

  /// The address of a page of something that does not depend on set and dates.
  ///
  /// @param token from the page before it; absent for the first page
  URI page(OaiAnswer.Verb verb, @Nullable String token) {
    StringBuilder page = start(verb, token);
    if (token == null && verb == OaiAnswer.Verb.LIST_IDENTIFIERS) {
      append(page, "metadataPrefix", prefix);
    }
    return URI.create(page.toString());
  }

  private StringBuilder start(OaiAnswer.Verb verb, @Nullable String token) {
    StringBuilder page = new StringBuilder(url.toString());
    page.append(url.getRawQuery() == null ? '?' : '&').append("verb=").append(verb.label);
    append(page, "resumptionToken", token);
    return page;
  }

  private static void append(StringBuilder page, String name, @Nullable String value) {
    if (value != null) {
      String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
      page.append('&').append(name).append('=').append(encoded);
    }
  }
}
