package dev.akin.paper;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds out which public name of a paper a text means that somebody pasted:
/// `https://doi.org/10.1145/3`, `doi: 10.1145/3`, `(10.1145/3)`, a publisher's address or a
/// citation with a DOI in it, `arXiv:2401.01234v2 [cs.CL]`, the address of a paper at arXiv or in
/// the ACL Anthology, a handle, or any other address.
public final class PastedName {
  /// What stands around a name in a text.
  private static final Pattern AROUND =
      Pattern.compile(
          "^[\\s<>(\\[{\"'“‘@\\u200B-\\u200F\\uFEFF]{1,20}|[\\s<>)\\]}\"'”’,;.]{1,20}$");

  /// What TeX and HTML write for signs in DOIs.
  private static final Pattern BACKSLASH = Pattern.compile("\\\\(?=[_&%#<>])");

  private static final Pattern ARXIV =
      Pattern.compile(
          "(?<![\\w.])(\\d{4}\\.\\d{4,5}|[a-z-]{2,20}(?:\\.[a-z]{2})?/\\d{7})(?:v\\d{1,3})?(?!\\w)");

  private static final Pattern CLASS_OF_ARXIV = Pattern.compile("\\.[a-z]{2}(?=/)");

  /// The names of arXiv in a text or an address, and of sites whose addresses have its ids.
  private static final Pattern NAMES_ARXIV =
      Pattern.compile("arxiv|ar5iv|^abs/|corr abs/|huggingface\\.co/papers/");

  private static final Pattern ACL =
      Pattern.compile(
          "acl(?:anthology|web)\\.org/.*?([a-z]\\d{2}-\\d{4}|\\d{4}\\.[a-z0-9_-]+\\.\\d+)(?![\\d-])");

  private static final Pattern HANDLE =
      Pattern.compile("(?:info:)?hdl[:/\\s]+(\\d\\S*)|(\\d{2,9}(?:\\.\\d+)*/[^\\s?#]+)");

  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://)?(?:[a-z0-9-]+\\.)+[a-z]{2,}(?::\\d+)?/\\S*|https?://\\S+");

  private static final Pattern QUERY = Pattern.compile("[?#].*");

  private final Set<String> names = new LinkedHashSet<>();

  private PastedName() {}

  /// All names that the text may mean, in the form of [Identifiers#of], the most certain first.
  public static Set<String> of(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    String inside = AROUND.matcher(AROUND.matcher(lower).replaceFirst("")).replaceFirst("");
    PastedName pasted = new PastedName();
    pasted.add(inside, lower);
    return pasted.names;
  }

  private void add(String inside, String whole) {
    if (Identifiers.isName(whole)) {
      names.add(whole);
    }
    String doi = BACKSLASH.matcher(whole).replaceAll("").replace("&lt;", "<").replace("&gt;", ">");
    Stream.of(Doi.ofIdentifier(doi), Doi.ofField(doi)).forEach(this::addDoi);
    addArxiv(inside);
    Matcher acl = ACL.matcher(inside);
    if (acl.find()) {
      names.add("acl:" + acl.group(1));
    }
    addAddress(inside);
    Matcher handle = HANDLE.matcher(inside);
    if (handle.matches()) {
      names.add("hdl:" + (handle.group(1) == null ? handle.group(2) : handle.group(1)));
    }
  }

  private void addDoi(@Nullable String doi) {
    if (doi != null) {
      names.add(Identifiers.DOI + doi);
      Identifiers.arxivOfDoi(Identifiers.DOI + doi).ifPresent(names::add);
    }
  }

  private void addArxiv(String inside) {
    Matcher id = ARXIV.matcher(inside);
    if (id.find() && (id.group().equals(inside) || NAMES_ARXIV.matcher(inside).find())) {
      names.add(Identifiers.ARXIV + id.group(1));
      names.add(Identifiers.ARXIV + CLASS_OF_ARXIV.matcher(id.group(1)).replaceFirst(""));
    }
  }

  /// An address, and the same without what was only added to it.
  private void addAddress(String inside) {
    if (ADDRESS.matcher(inside).matches()) {
      String bare = QUERY.matcher(inside).replaceFirst("");
      Stream.of(inside, bare).map(Identifiers::ofLink).forEach(names::add);
      names.addAll(Identifiers.namedBy(bare.contains("://") ? bare : "https://" + bare));
    }
  }
}
