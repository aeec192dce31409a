package dev.akin.read.value;

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
/// What stands beside a name is left out: affiliations and numbers in brackets, ORCIDs, years of
/// life, marks of footnotes, `et al.`, and what says that there is no name.
public final class PersonNames {
  private static final Pattern AND = Pattern.compile(",?\\sand(?:\\s|$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern AND_OF_BIBTEX =
      Pattern.compile("\\s(?:and|&)(?:\\s|$)", Pattern.CASE_INSENSITIVE);

  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern BETWEEN_NAMES = Pattern.compile("\\|\\|?|[;；、，]|[\\r\\n]+|\\s/\\s");

  private static final Pattern AMPERSAND = Pattern.compile(",?\\s&\\s");

  /// Where the next name begins if nothing stands between them: after a small letter, but not as in
  /// `McDonald`.
  private static final Pattern GLUE =
      Pattern.compile(
          "(?<=\\p{Ll})(?<!(?<!\\p{L})(?:Mc|Mac|De|Di|Du|Da|La|Le|Van|Von|Fitz|Al|El|St))(?=\\p{Lu})");

  private static final String WORD = "\\p{L}[\\p{L}\\p{M}'’.-]*+";
  private static final String SUFFIX = "(?:Jr|Sr|2nd|3rd|II|III|IV)\\.?";

  /// `Doe JA`, as PubMed writes it, and `JA Doe` or `J. A. Doe`.
  private static final Pattern WITH_INITIALS =
      Pattern.compile(
          "(?:%1$s ){1,4}\\p{Lu}{1,4}(?: %2$s)?\\.?|(?:\\p{Lu}\\.? ?-?){1,4} (?:%1$s ?){1,4}…?"
              .formatted(WORD, SUFFIX));

  /// `Doe JA` alone, which ends with its initials.
  private static final Pattern BEFORE_INITIALS =
      Pattern.compile("(?:%s ){1,4}\\p{Lu}{1,4}".formatted(WORD));

  private static final Pattern ENDS_IN_INITIAL =
      Pattern.compile("(?:.*[\\s.-])?\\p{Lu}{1,2}\\.?", Pattern.DOTALL);

  private static final Pattern ONLY_INITIALS = Pattern.compile("(?:\\p{Lu}\\.?[ -]?){1,4}");
  private static final Pattern ONLY_SUFFIX = Pattern.compile(SUFFIX, Pattern.CASE_INSENSITIVE);

  private static final Pattern ORCID =
      Pattern.compile(
          "(?i)[\\[(]?\\s*(?:orcid:?\\s*)?(?:https?://(?:www\\.)?orcid\\.org/)?"
              + "[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9x]\\s*[\\])]?");

  private static final Pattern YEARS_OF_LIFE =
      Pattern.compile(
          "(?i),?\\s*\\(?(?:b\\.|d\\.|ca\\.?|fl\\.)?\\s*[0-9]{4}\\s*[-–]\\s*(?:[0-9]{4})?\\)?\\.?$");

  /// Brackets at the end, but not an acronym as in `World Health Organization (WHO)`.
  private static final Pattern BRACKETS =
      Pattern.compile("\\s*(?:\\((?!\\p{Lu}{2,8}\\)$)[^()]*\\)|\\[[^\\[\\]]*])$");

  private static final Pattern FOOTNOTES =
      Pattern.compile(
          "(?<![\\s,])[\\s,]*+[¹²³⁰⁴-⁹]+(?:[,\\s]*[*†‡§¹²³⁰⁴-⁹]+)*|(?<=\\p{L})[0-9]{1,2}(?:[,\\s]*[0-9*†‡§]+)*|[*†‡§]+(?!\\S)");

  /// DBLP's number for one of several people with the same name.
  private static final Pattern HOMONYM = Pattern.compile("(?<=\\p{L}) 0[0-9]{3}$");

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
    if (Placeholder.is(bare) || bare.startsWith("http://") || bare.startsWith("https://")) {
      return "";
    }
    List<String> parts = Stream.of(bare.split(",", 3)).map(String::strip).toList();
    if (parts.size() == 2) {
      return withSuffix(parts.get(0), parts.get(1));
    }
    boolean suffixFirst = parts.size() == 3 && ONLY_SUFFIX.matcher(parts.get(1)).matches();
    return suffixFirst ? ofThree(parts) : ArxivAuthors.join(parts);
  }

  /// `Family, Suffix, Given`, or what some write for it, `Family, Given, Suffix`.
  private static String ofThree(List<String> parts) {
    boolean suffixLast = ONLY_SUFFIX.matcher(parts.get(2)).matches();
    return ArxivAuthors.join(
        suffixLast ? parts : List.of(parts.get(0), parts.get(2), parts.get(1)));
  }

  /// Whether a name says that there is none, or that there are more: `N/A`, `et al.`.
  public static boolean isNone(String name) {
    return Placeholder.is(bare(name));
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
    for (Pattern pattern : List.of(AND_MORE, BRACKETS, YEARS_OF_LIFE, FOOTNOTES, HOMONYM)) {
      bare = pattern.matcher(bare.strip()).replaceAll("");
    }
    return bare.strip();
  }

  /// Reads a field that is meant for one name. It is taken for several names only if that is
  /// certain: by semicolons, or as in `Doe J, Roe K` and `Doe, J., Roe, K.`.
  public static List<String> ofField(String field) {
    return Stream.of(BETWEEN_NAMES.split(field))
        .map(String::strip)
        .flatMap(piece -> certain(piece).stream())
        .map(PersonNames::of)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /// Reads a field that is meant for all names of a paper.
  public static List<String> ofList(String list) {
    String field = withoutStop(list.strip());
    if (BETWEEN_NAMES.matcher(field).find()) {
      return ofField(field);
    }
    return names(split(field));
  }

  /// Reads a field with all names of a paper and nothing between them: `Jane DoeKen Roe`.
  public static List<String> ofGlued(String field) {
    List<String> pieces = List.of(GLUE.split(field));
    return pieces.stream().allMatch(piece -> piece.strip().contains(" "))
        ? names(pieces)
        : ofList(field);
  }

  private static List<String> names(List<String> pieces) {
    return pieces.stream().map(PersonNames::of).filter(name -> !name.isEmpty()).toList();
  }

  /// The list without the stop at its end, unless it belongs to the last name: `Doe, Jane A.`.
  private static String withoutStop(String list) {
    if (!STOP.matcher(list).matches()) {
      return list;
    }
    String field = list.substring(0, list.length() - 1);
    boolean ofInitial =
        ENDS_IN_INITIAL.matcher(field).matches()
            && !COMMA.splitAsStream(field).allMatch(name -> isWithInitials(name.strip()));
    return ofInitial ? list : field;
  }

  private static List<String> split(String field) {
    if (field.contains("(")) {
      return commas(field) > 1 || AND.matcher(field).find()
          ? ArxivAuthors.split(field)
          : List.of(field);
    }
    List<String> pieces = atAnd(field);
    boolean turned = pieces.size() > 1 && pieces.stream().allMatch(piece -> commas(piece) == 1);
    return turned // Family, Given and Family, Given
        ? pieces
        : pieces.stream().flatMap(piece -> atCommas(piece).stream()).toList();
  }

  /// The pieces between `and` or `&`, which may be a part of the name of a company.
  private static List<String> atAnd(String field) {
    List<String> names = List.of(AND.split(AMPERSAND.matcher(field).replaceAll(" and ")));
    boolean whole = names.stream().allMatch(name -> name.strip().contains(" "));
    return whole ? names : List.of(AND.split(field));
  }

  /// The names between commas, of which one may stand within a name.
  private static List<String> atCommas(String text) {
    List<String> names = certain(text);
    List<String> parts = Stream.of(COMMA.split(text)).map(String::strip).toList();
    boolean one =
        parts.size() == 2
            ? !parts.stream().allMatch(PersonNames::isWhole)
            : parts.size() == 3 && ONLY_SUFFIX.matcher(parts.get(2)).matches();
    return names.size() > 1 || one ? names : ArxivAuthors.split(text);
  }

  /// Whether a text between commas is more than a family name or given names: it has several words,
  /// the first is no particle and the last no initial.
  private static boolean isWhole(String part) {
    return part.contains(" ")
        && !Character.isLowerCase(part.codePointAt(0))
        && !ENDS_IN_INITIAL.matcher(part).matches();
  }

  private static boolean isWithInitials(String name) {
    return WITH_INITIALS.matcher(name).matches();
  }

  private static long commas(String text) {
    return text.chars().filter(c -> c == ',').count();
  }

  /// The names of a text that certainly has several; otherwise the text.
  private static List<String> certain(String text) {
    List<String> turned = List.of(AND_OF_BIBTEX.split(text));
    if (turned.size() > 1 && turned.stream().allMatch(name -> commas(name) == 1)) {
      return turned;
    }
    List<String> parts = Stream.of(COMMA.split(text)).map(String::strip).toList();
    boolean groupLast =
        parts.size() > 1
            && BEFORE_INITIALS.matcher(parts.getFirst()).matches()
            && parts.stream().allMatch(part -> part.contains(" "));
    if (groupLast || parts.stream().allMatch(PersonNames::isWithInitials)) {
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
    return split(authors, AND_OF_BIBTEX).stream()
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
    List<String> parts = partsOfBibtex(name);
    if (parts.getFirst().startsWith("family=") || parts.getFirst().startsWith("given=")) {
      return List.of(extended(parts));
    }
    if (parts.size() > 2 && parts.getLast().isEmpty()) {
      return ArxivAuthors.split(String.join(",", parts)); // A B, C D, and E F
    }
    if (parts.size() > 3
        || (parts.size() > 1 && parts.stream().allMatch(PersonNames::isWithInitials))) {
      return ofList(String.join(", ", parts));
    }
    if (parts.size() < 3) {
      String whole = String.join(", ", parts);
      return whole.contains(";") && !name.startsWith("{")
          ? ofField(whole)
          : List.of(ArxivAuthors.join(parts));
    }
    return List.of(ofThree(parts));
  }

  private static List<String> partsOfBibtex(String name) {
    List<String> parts = split(name, COMMA).stream().map(MarkupText::ofLatex).toList();
    return parts.size() == 1 ? parts : parts.stream().map(PersonNames::bare).toList();
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
