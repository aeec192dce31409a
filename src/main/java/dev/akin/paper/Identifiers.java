package dev.akin.paper;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The public names of a paper, found in its id, its url and its DOI: `arxiv:2401.01234`,
/// `doi:10.1145/3`, `acl:2024.acl-long.1`, `hdl:2027/3`, `oai:arxiv.org:2401.01234`, in lower case.
public final class Identifiers {
  /// How the names of DOIs and of papers at arXiv begin.
  static final String DOI = "doi:";

  static final String ARXIV = "arxiv:";

  private static final Pattern ARXIV_ID =
      Pattern.compile("(?:\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[a-z]{2})?/\\d{7})");
  private static final Pattern ARXIV_VERSION = Pattern.compile("v\\d{1,3}$");
  private static final Pattern SCHEME = Pattern.compile("(?:arxiv|doi|acl|hdl|oai):\\S.*");
  private static final Pattern ADDRESS_START = Pattern.compile("^https?://(?:www\\.)?|^www\\.");
  private static final String ARXIV_DOI = DOI + "10.48550/arxiv.";
  private static final Pattern LINK =
      Pattern.compile(
          "https?://(?:www\\.|dx\\.|export\\.)?(arxiv\\.org/(?:abs|pdf|html)|doi\\.org|aclanthology\\.org"
              + "|aclweb\\.org/anthology|hdl\\.handle\\.net)/([^?#]+?)/?(?:\\.pdf)?(?:[?#].*)?");

  private Identifiers() {}

  /// All public names of a paper.
  public static Set<String> of(Paper paper) {
    Set<String> names = new LinkedHashSet<>();
    String id = paper.id().value().toLowerCase(Locale.ROOT);
    if (ARXIV_ID.matcher(withoutVersion(id)).matches()) {
      names.add(ARXIV + withoutVersion(id));
    }
    if (id.startsWith("10.") && id.contains("/")) {
      names.add(DOI + id);
    }
    if (isName(id)) {
      names.add(id.startsWith(ARXIV) ? withoutVersion(id) : id);
    }
    if (paper.url() != null) {
      names.addAll(namedBy(paper.url()));
    }
    if (paper.doi() != null) {
      names.add(DOI + paper.doi().toLowerCase(Locale.ROOT));
    }
    List.copyOf(names).forEach(name -> arxivOfDoi(name).ifPresent(names::add));
    return names;
  }

  /// The name at arXiv of a paper with one of arXiv's DOIs, which contain its ids.
  static Optional<String> arxivOfDoi(String name) {
    return name.startsWith(ARXIV_DOI)
        ? Optional.of(ARXIV + withoutVersion(name.substring(ARXIV_DOI.length())))
        : Optional.empty();
  }

  /// The names that an address has in it.
  static Set<String> namedBy(String url) {
    Matcher link = LINK.matcher(url.toLowerCase(Locale.ROOT));
    if (!link.matches()) {
      return Set.of();
    }
    String path = link.group(2);
    return Set.of(
        switch (link.group(1)) {
          case "doi.org" -> DOI + Objects.requireNonNullElse(Doi.ofField(path), path);
          case "aclanthology.org", "aclweb.org/anthology" -> "acl:" + path;
          case "hdl.handle.net" -> "hdl:" + path;
          default -> ARXIV + withoutVersion(path);
        });
  }

  /// Whether a text in lower case has the form of a name.
  static boolean isName(String text) {
    return SCHEME.matcher(text).matches();
  }

  /// The form in which addresses are compared: `url:`, and the address in lower case without
  /// scheme, `www.` and slash at the end.
  public static String ofLink(String address) {
    return "url:"
        + ADDRESS_START
            .matcher(address.strip().toLowerCase(Locale.ROOT))
            .replaceFirst("")
            .replaceFirst("/+$", "");
  }

  private static String withoutVersion(String arxivId) {
    return ARXIV_VERSION.matcher(arxivId).replaceFirst("");
  }
}
