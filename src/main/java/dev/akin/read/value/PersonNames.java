package dev.akin.read.value;

import dev.akin.paper.GroupName;
import dev.akin.read.markup.MarkupText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Turns authors as reference managers, databases and repositories write them into names like
/// `Given Family`: one name at a time, or a list of names in one text.
///
/// What stands beside a name is left out: affiliations and numbers in brackets, ORCIDs, marks of
/// footnotes, `et al.`, [NameAdditions], and what says that there is no name.
public final class PersonNames {
  private static final Pattern AND = Pattern.compile("\\sand(?:\\s|$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern AND_OR_SIGN =
      Pattern.compile("\\s(?:and|&)(?:\\s|$)", Pattern.CASE_INSENSITIVE);

  private static final Pattern BETWEEN_COUPLES =
      Pattern.compile("\\s(?:and|&|/)(?:\\s|$)", Pattern.CASE_INSENSITIVE);

  private static final Pattern AND_OR_COMMA =
      Pattern.compile(",|\\s(?:and|&)(?=\\s|$)", Pattern.CASE_INSENSITIVE);

  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern BETWEEN_NAMES = Pattern.compile("\\|\\|?|;|[\\r\\n]+");

  private static final String WORD = "\\p{L}[\\p{L}\\p{M}'’.-]*+";
  private static final String SUFFIX = "(?:Jr|Sr|2nd|3rd|II|III|IV)\\.?";

  /// `Doe JA`, as PubMed writes it, and `JA Doe` or `J. A. Doe`.
  private static final Pattern WITH_INITIALS =
      Pattern.compile(
          "(?:%1$s ){1,4}\\p{Lu}{1,4}(?: %2$s)?\\.?|(?:\\p{Lu}\\.? ?-?){1,4} (?:%1$s ?){1,4}…?"
              .formatted(WORD, SUFFIX));

  private static final Pattern ONLY_INITIALS = Pattern.compile("(?:\\p{Lu}\\.?[ -]?){1,4}");
  private static final Pattern COMPANY = Pattern.compile("(?:Inc|Ltd|LLC|Co|Corp|GmbH)\\.?");
  private static final Pattern END = Pattern.compile("[, ]+$");
  private static final Pattern ONLY_SUFFIX = Pattern.compile(SUFFIX, Pattern.CASE_INSENSITIVE);

  private static final Pattern ORCID =
      Pattern.compile(
          "(?i)[\\[(]?\\s*(?:orcid:?\\s*)?(?:https?://(?:www\\.)?orcid\\.org/)?"
              + "[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9x]\\s*[\\])]?");

  /// Brackets at the end, but not an acronym as in `World Health Organization (WHO)`.
  private static final Pattern BRACKETS =
      Pattern.compile("\\s*(?:\\((?!\\p{Lu}{2,8}\\)$)[^()]*\\)|\\[[^\\[\\]]*])$");

  private static final Pattern FOOTNOTES =
      Pattern.compile(
          "(?<![\\s,])[\\s,]*+[¹²³⁰⁴-⁹]+(?:[,\\s]*[*†‡§¹²³⁰⁴-⁹]+)*|(?<=\\p{L})[0-9]{1,2}(?:[,\\s]*[0-9*†‡§]+)*|[*†‡§]+$");

  /// A list with a stop at its end, and none elsewhere, that does not belong to the last name.
  private static final Pattern STOP =
      Pattern.compile("[^.]*(?<!, ?(?:Jr|Sr)|(?<!\\p{L})(?:Ltd|Inc|Co|Corp|al))\\.");

  private static final Pattern AND_MORE =
      Pattern.compile("(?i)(?:(?<!\\p{L})(?:et\\.? al\\.?|(?:and|&) others)|…|\\.{3})$|^others$");

  private PersonNames() {}

  /// Reads one name, `Family, Given, Suffix` or `Given Family`.
  ///
  /// @return empty if it is no name
  public static String of(String name) {
    String bare = bare(name);
    if (Placeholder.is(bare)
        || NameAdditions.isNobody(bare)
        || bare.startsWith("http://")
        || bare.startsWith("https://")) {
      return "";
    }
    List<String> parts = Stream.of(bare.split(",", 3)).map(String::strip).toList();
    if (parts.size() > 1 && isGroup(parts)) {
      return END.matcher(bare).replaceFirst("");
    }
    if (parts.size() == 3 && !parts.get(1).isEmpty() && GroupName.is(parts.get(2))) {
      return withSuffix(parts.get(0), parts.get(1)); // Family, Given, Affiliation
    }
    if (parts.size() == 2) {
      return withSuffix(parts.get(0), parts.get(1));
    }
    boolean suffixFirst = parts.size() == 3 && ONLY_SUFFIX.matcher(parts.get(1)).matches();
    return ArxivAuthors.join(
        suffixFirst ? List.of(parts.get(0), parts.get(2), parts.get(1)) : parts);
  }

  /// Whether a name with commas is that of a group: `Ministry of Gardens, Department of Bees` or
  /// `Bee, Inc.`
  private static boolean isGroup(List<String> parts) {
    return (parts.getFirst().contains(" ") && GroupName.is(parts.getFirst()))
        || (parts.size() == 2 && COMPANY.matcher(parts.getLast()).matches());
  }

  /// A name whose suffix may stand behind the given name, as in PubMed's `Roe, Ken Jr`.
  private static String withSuffix(String family, String given) {
    int space = given.lastIndexOf(' ');
    return space > 0 && ONLY_SUFFIX.matcher(given.substring(space + 1)).matches()
        ? ArxivAuthors.join(List.of(family, given.substring(0, space), given.substring(space + 1)))
        : ArxivAuthors.join(List.of(family, given));
  }

  private static String bare(String name) {
    String bare = ORCID.matcher(name).replaceAll("");
    for (Pattern pattern : List.of(AND_MORE, BRACKETS)) {
      bare = pattern.matcher(bare.strip()).replaceAll("");
    }
    return FOOTNOTES.matcher(NameAdditions.without(bare)).replaceAll("").strip();
  }

  /// Reads a field that is meant for one name. It is taken for several names only if that is
  /// certain: by semicolons, or as in `Doe J, Roe K` and `Doe, J., Roe, K.`. Behind a person, a
  /// group is an affiliation: `Doe, Jo; University of Bees`.
  public static List<String> ofField(String field) {
    List<String> pieces = pieces(field);
    boolean person = !pieces.isEmpty() && !GroupName.is(pieces.getFirst());
    return names(
        pieces.stream()
            .filter(piece -> !person || certain(piece).size() > 1 || !GroupName.is(piece)));
  }

  private static List<String> pieces(String field) {
    return Stream.of(BETWEEN_NAMES.split(field))
        .map(NameAdditions::without)
        .filter(piece -> !piece.isEmpty())
        .toList();
  }

  private static List<String> names(Stream<String> pieces) {
    return pieces
        .flatMap(piece -> certain(piece).stream())
        .map(PersonNames::of)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /// Reads a field that is meant for all names of a paper.
  public static List<String> ofList(String list) {
    String field = STOP.matcher(list).matches() ? list.substring(0, list.length() - 1) : list;
    if (BETWEEN_NAMES.matcher(field).find()) {
      return names(pieces(field).stream());
    }
    return split(field).stream().map(PersonNames::of).filter(name -> !name.isEmpty()).toList();
  }

  private static List<String> split(String field) {
    List<String> names = certain(field);
    return names.size() == 1 && (commas(field) > 1 || AND.matcher(field).find())
        ? ArxivAuthors.split(field)
        : names;
  }

  /// The names in `Family, Given and Family, Given`; otherwise nothing.
  private static List<String> couples(String text) {
    List<String> pieces = List.of(BETWEEN_COUPLES.split(text));
    return pieces.size() > 1 && pieces.stream().allMatch(piece -> commas(piece) == 1)
        ? pieces
        : List.of();
  }

  private static long commas(String text) {
    return text.chars().filter(c -> c == ',').count();
  }

  /// The names in `Given Family, Given Family and Given Family`; otherwise nothing.
  private static List<String> wholeNames(String text) {
    List<String> names =
        Stream.of(AND_OR_COMMA.split(text))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    boolean listed = names.size() > (AND.matcher(text).find() ? 1 : 2);
    return listed && names.stream().allMatch(name -> name.contains(" ") && !GroupName.is(name))
        ? names
        : List.of();
  }

  /// The names of a text that certainly has several; otherwise the text.
  private static List<String> certain(String text) {
    for (List<String> names : List.of(couples(text), wholeNames(text))) {
      if (!names.isEmpty()) {
        return names;
      }
    }
    List<String> parts = Stream.of(COMMA.split(text)).map(String::strip).toList();
    if (parts.stream().allMatch(part -> WITH_INITIALS.matcher(part).matches())) {
      return parts;
    }
    boolean pairs =
        parts.size() >= 4
            && parts.size() % 2 == 0
            && (parts.stream().noneMatch(part -> part.contains(" "))
                || IntStream.range(0, parts.size() / 2)
                    .allMatch(i -> ONLY_INITIALS.matcher(parts.get(2 * i + 1)).matches()));
    return pairs
        ? IntStream.range(0, parts.size() / 2)
            .mapToObj(i -> parts.get(2 * i) + ", " + parts.get(2 * i + 1))
            .toList()
        : List.of(text);
  }

  /// Reads `van Gogh, V. and {Ink and Paper} and King, Jr., M. and others`, and BibLaTeX's
  /// `family=Gogh, given=Vincent, prefix=van`. What stands in braces is one word.
  public static List<String> ofBibtex(String authors) {
    return split(authors, AND_OR_SIGN).stream()
        .map(String::strip)
        .flatMap(name -> fromBibtex(name).stream())
        .map(PersonNames::withoutMore)
        .filter(name -> !Placeholder.is(name))
        .toList();
  }

  private static String withoutMore(String name) {
    String bare = bare(name);
    return bare.toLowerCase(Locale.ROOT).equals("others") ? "" : bare;
  }

  private static List<String> fromBibtex(String name) {
    List<String> parts = split(name, COMMA).stream().map(MarkupText::ofLatex).toList();
    if (parts.getFirst().startsWith("family=") || parts.getFirst().startsWith("given=")) {
      return List.of(extended(parts));
    }
    if (parts.size() > 2 && parts.getLast().isEmpty()) {
      return ArxivAuthors.split(String.join(",", parts)); // A B, C D, and E F
    }
    if (parts.size() > 3) {
      return ofList(String.join(", ", parts));
    }
    if (parts.size() < 3) {
      String whole = String.join(", ", parts);
      return whole.contains(";") && !name.startsWith("{")
          ? ofField(whole)
          : List.of(ArxivAuthors.join(parts));
    }
    return List.of(ArxivAuthors.join(List.of(parts.get(0), parts.get(2), parts.get(1))));
  }

  /// A name in BibLaTeX's extended format.
  private static String extended(List<String> parts) {
    return Stream.of("given", "prefix", "family", "suffix")
        .flatMap(
            key ->
                parts.stream()
                    .filter(part -> part.startsWith(key + "="))
                    .map(part -> part.substring(key.length() + 1).strip()))
        .reduce("", (before, part) -> before.isEmpty() ? part : before + " " + part);
  }

  /// The pieces of `text` between separators that do not stand in braces.
  private static List<String> split(String text, Pattern separator) {
    List<String> pieces = new ArrayList<>();
    Matcher matcher = separator.matcher(outsideOfBraces(text));
    int start = 0;
    while (matcher.find()) {
      pieces.add(text.substring(start, matcher.start()));
      start = matcher.end();
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  /// `text` with each character in braces replaced.
  private static String outsideOfBraces(String text) {
    StringBuilder outside = new StringBuilder(text.length());
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : 0;
      outside.append(depth > 0 ? '{' : c);
      depth -= c == '}' && depth > 0 ? 1 : 0;
    }
    return outside.toString();
  }
}
