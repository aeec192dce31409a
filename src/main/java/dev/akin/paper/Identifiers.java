package dev.akin.paper;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The public names of a paper, found in its id, its url and its DOI: `arxiv:2401.01234`,
/// `doi:10.1145/3`, `acl:2024.acl-long.1`, `hdl:2027/3`, `oai:arxiv.org:2401.01234`, in lower case.
public final class Identifiers {
  private static final Pattern ARXIV_ID =
      Pattern.compile("(?:\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[a-z]{2})?/\\d{7})");
  private static final Pattern ARXIV_VERSION = Pattern.compile("v\\d{1,3}$");
  private static final Pattern SCHEME = Pattern.compile("(?:arxiv|doi|acl|hdl|oai):\\S.*");
  private static final Pattern ADDRESS_START = Pattern.compile("^https?://(?:www\\.)?|^www\\.");
  private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S+");
  private static final String ARXIV_DOI = "doi:10.48550/arxiv.";
  private static final Pattern LINK =
      Pattern.compile(
          "https?://(?:www\\.|dx\\.)?(arxiv\\.org/(?:abs|pdf)|doi\\.org|aclanthology\\.org"
              + "|hdl\\.handle\\.net)/(.+?)/?(?:\\.pdf)?");

  private Identifiers() {}

  /// All public names of a paper.
  public static Set<String> of(Paper paper) {
    Set<String> names = new LinkedHashSet<>();
    String id = paper.id().value().toLowerCase(Locale.ROOT);
    if (ARXIV_ID.matcher(withoutVersion(id)).matches()) {
      names.add("arxiv:" + withoutVersion(id));
    }
    if (id.startsWith("10.") && id.contains("/")) {
      names.add("doi:" + id);
    }
    if (SCHEME.matcher(id).matches()) {
      names.add(id.startsWith("arxiv:") ? withoutVersion(id) : id);
    }
    addLink(names, paper.url());
    if (paper.doi() != null) {
      names.add("doi:" + paper.doi().toLowerCase(Locale.ROOT));
    }
    addArxivOfDoi(names);
    return names;
  }

  /// arXiv's DOIs contain its ids.
  private static void addArxivOfDoi(Set<String> names) {
    names.stream()
        .filter(name -> name.startsWith(ARXIV_DOI))
        .findFirst()
        .ifPresent(
            name -> names.add("arxiv:" + withoutVersion(name.substring(ARXIV_DOI.length()))));
  }

  private static void addLink(Set<String> names, @Nullable String url) {
    if (url == null) {
      return;
    }
    Matcher link = LINK.matcher(url.toLowerCase(Locale.ROOT));
    if (link.matches()) {
      String path = link.group(2);
      names.add(
          switch (link.group(1)) {
            case "doi.org" -> "doi:" + path;
            case "aclanthology.org" -> "acl:" + path;
            case "hdl.handle.net" -> "hdl:" + path;
            default -> "arxiv:" + withoutVersion(path);
          });
    }
  }

  /// The public names that a text may mean that somebody pasted: `https://doi.org/10.1145/3`, `doi:
  /// 10.1145/3`, `10.1145/3`, `arXiv:2401.01234v2`, `2401.01234`, the address of a paper at arXiv
  /// or in the ACL Anthology, a handle, or any other address. In the form of [#of].
  public static Set<String> pasted(String text) {
    Set<String> names = new LinkedHashSet<>();
    String lower = text.strip().toLowerCase(Locale.ROOT);
    if (SCHEME.matcher(lower).matches()) {
      names.add(lower.startsWith("arxiv:") ? withoutVersion(lower) : lower);
    }
    String doi = Doi.ofIdentifier(lower);
    if (doi != null) {
      names.add("doi:" + doi);
    }
    if (ARXIV_ID.matcher(withoutVersion(lower)).matches()) {
      names.add("arxiv:" + withoutVersion(lower));
    }
    addLink(names, lower.contains("://") ? lower : "https://" + lower);
    if (ADDRESS.matcher(lower).matches()) {
      names.add(ofLink(lower));
    }
    addArxivOfDoi(names);
    return names;
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
