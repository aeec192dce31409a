package dev.akin.read.value;

import dev.akin.paper.GroupName;
import dev.akin.read.markup.MarkupText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Turns authors as reference managers, databases and repositories write them into names like
/// `Given Family`: one name at a time, or a list of names in one text.
///
/// What stands beside a name is left out: affiliations and numbers in brackets, ORCIDs, marks of
/// footnotes, `et al.`, [NameAdditions], and what says that there is no name, such as `Anonymous`.
/// The names of groups stay as they are.
public final class PersonNames {
  private static final Pattern AND_OF_BIBTEX =
      Pattern.compile("\\s(?:and|&)(?:\\s|$)", Pattern.CASE_INSENSITIVE);

  private static final Pattern COMMA = Pattern.compile(",");
  private static final Pattern BETWEEN_NAMES = Pattern.compile("\\|\\|?|[;；、，]|[\\r\\n]+|\\s/\\s");

  /// Where the next name begins if nothing stands between them: after a small letter, but not as in
  /// `McDonald`.
  private static final Pattern GLUE =
      Pattern.compile(
          "(?<=\\p{Ll})(?<!(?<!\\p{L})(?:Mc|Mac|De|Di|Du|Da|La|Le|Van|Von|Fitz|Al|El|St))(?=\\p{Lu})");

  private static final Pattern COMPANY = Pattern.compile("(?:Inc|Ltd|LLC|Co|Corp|GmbH)\\.?");

  private static final Pattern ORCID =
      Pattern.compile(
          "(?i)[\\[(]?\\s*(?:orcid:?\\s*)?(?:https?://(?:www\\.)?orcid\\.org/)?"
              + "[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9x]\\s*[\\])]?");

  /// Brackets at the end, but not an acronym as in `World Health Organization (WHO)`.
  private static final Pattern BRACKETS =
      Pattern.compile("\\s*(?:\\((?!\\p{Lu}{2,8}\\)$)[^()]*\\)|\\[[^\\[\\]]*])$");

  private static final Pattern FOOTNOTES =
      Pattern.compile(
          "(?<![\\s,])[\\s,]*+[¹²³⁰⁴-⁹]+(?:[,\\s]*[*†‡§¹²³⁰⁴-⁹]+)*|(?<=\\p{L})[0-9]{1,2}(?:[,\\s]*[0-9*†‡§]+)*|[*†‡§]+(?!\\S)");

  /// DBLP's number for one of several people with the same name.
  private static final Pattern HOMONYM = Pattern.compile("(?<=\\p{L}) 0[0-9]{3}$");

  /// A stop after a word that is written out, unlike that in `Chr.`
  private static final Pattern STOP_OF_WORD = Pattern.compile("(?<=\\p{Ll}{3})\\.$");

  /// A list with a stop at its end, and none elsewhere, that does not belong to the last name.
  private static final Pattern STOP =
      Pattern.compile("[^.]*(?<!, ?(?:Jr|Sr)|(?<!\\p{L})(?:Ltd|Inc|Co|Corp|al))\\.");

  private static final Pattern AND_MORE =
      Pattern.compile("(?i)(?:(?<!\\p{L})(?:et\\.? al\\.?|(?:and|&) others)|…|\\.{3})$|^others$");

  private static final String SIGNS_OF_NAMES = " ,.'’-";

  private static final List<Pattern> BESIDE =
      List.of(ORCID, AND_MORE, BRACKETS, FOOTNOTES, HOMONYM);

  private PersonNames() {}

  /// Reads one name, `Family, Given, Suffix` or `Given Family`.
  ///
  /// @return empty if it is no name
  public static String of(String name) {
    String bare = bare(name);
    if (isNobody(bare)) {
      return "";
    }
    List<String> parts = Stream.of(bare.split(",", 3)).map(String::strip).toList();
    String family = parts.getFirst();
    if (parts.size() > 1 && isGroup(parts)) {
      return bare;
    }
    if (parts.size() == 3 && !parts.get(1).isEmpty() && GroupName.is(parts.get(2))) {
      return withSuffix(family, parts.get(1)); // Family, Given, Affiliation
    }
    if (parts.size() == 2) {
      return withSuffix(family, parts.get(1));
    }
    boolean suffixFirst = parts.size() == 3 && JoinedNames.isSuffix(parts.get(1));
    return suffixFirst ? ofThree(parts) : ArxivAuthors.join(parts);
  }

  /// Whether a name with commas is that of a group: `Ministry of Gardens, Department of Bees` or
  /// `Bee, Inc.`
  private static boolean isGroup(List<String> parts) {
    return (parts.getFirst().contains(" ") && GroupName.is(parts.getFirst()))
        || (parts.size() == 2 && COMPANY.matcher(parts.getLast()).matches());
  }

  /// `Family, Suffix, Given`, or what some write for it, `Family, Given, Suffix`.
  private static String ofThree(List<String> parts) {
    boolean suffixLast = JoinedNames.isSuffix(parts.get(2));
    return ArxivAuthors.join(
        suffixLast ? parts : List.of(parts.get(0), parts.get(2), parts.get(1)));
  }

  /// Whether a name says that there is none, or that there are more: `N/A`, `et al.`.
  public static boolean isNone(String name) {
    return isNobody(bare(name));
  }

  /// A name whose suffix may stand behind the given name, as in PubMed's `Roe, Ken Jr`.
  private static String withSuffix(String family, String given) {
    int space = given.lastIndexOf(' ');
    return space > 0 && JoinedNames.isSuffix(given.substring(space + 1))
        ? ArxivAuthors.join(List.of(family, given.substring(0, space), given.substring(space + 1)))
        : ArxivAuthors.join(List.of(family, STOP_OF_WORD.matcher(given).replaceFirst("")));
  }

  private static String bare(String name) {
    String bare = name.strip();
    if (!isBare(bare)) {
      for (Pattern pattern : BESIDE) {
        bare = pattern.matcher(bare).replaceAll("").strip();
      }
    }
    bare = NameAdditions.without(bare);
    return bare.endsWith(",") ? bare.substring(0, bare.length() - 1).strip() : bare;
  }

  /// Whether there is nothing but words beside a name, as in almost all: letters, with a capital
  /// one at the start of the last word, so that this is no role.
  private static boolean isBare(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetter(c) && SIGNS_OF_NAMES.indexOf(c) < 0) {
        return false;
      }
    }
    return !name.isEmpty()
        && Character.isUpperCase(name.charAt(name.lastIndexOf(' ') + 1))
        && !AND_MORE.matcher(name).find();
  }

  private static boolean isNobody(String bare) {
    if (Placeholder.is(bare) || bare.startsWith("http://") || bare.startsWith("https://")) {
      return true;
    }
    return NameAdditions.isNobody(bare);
  }

  /// Reads a field that is meant for one name. It is taken for several names only if that is
  /// certain: by semicolons, or as in `Doe J, Roe K`, `Doe, J., Roe, K.` and `Doe, Jane and Roe,
  /// K.`. Behind a person, a group is an affiliation: `Doe, Jo; University of Bees`.
  public static List<String> ofField(String field) {
    List<String> pieces = pieces(field);
    boolean ofPerson = !pieces.isEmpty() && !GroupName.is(pieces.getFirst());
    return names(
        pieces.stream()
            .map(JoinedNames::certain)
            .filter(names -> !ofPerson || names.size() != 1 || !GroupName.is(names.getFirst()))
            .flatMap(List::stream));
  }

  private static List<String> pieces(String field) {
    return Stream.of(BETWEEN_NAMES.split(field))
        .map(NameAdditions::without)
        .filter(piece -> !piece.isEmpty())
        .toList();
  }

  /// Reads a field that is meant for all names of a paper.
  public static List<String> ofList(String list) {
    String field = withoutStop(list.strip());
    if (BETWEEN_NAMES.matcher(field).find()) {
      return names(pieces(field).stream().map(JoinedNames::certain).flatMap(List::stream));
    }
    return names(JoinedNames.all(field).stream());
  }

  /// Reads a field with all names of a paper and nothing between them: `Jane DoeKen Roe`.
  public static List<String> ofGlued(String field) {
    List<String> pieces = List.of(GLUE.split(field));
    return pieces.stream().allMatch(piece -> piece.strip().contains(" "))
        ? names(pieces.stream())
        : ofList(field);
  }

  private static List<String> names(Stream<String> pieces) {
    return pieces.map(PersonNames::of).filter(name -> !name.isEmpty()).toList();
  }

  /// The list without the stop at its end, unless it belongs to the last name: `Doe, Jane A.`.
  private static String withoutStop(String list) {
    if (!STOP.matcher(list).matches()) {
      return list;
    }
    String field = list.substring(0, list.length() - 1);
    boolean ofInitial =
        JoinedNames.endsInInitial(field)
            && !COMMA
                .splitAsStream(field)
                .allMatch(name -> JoinedNames.isWithInitials(name.strip()));
    return ofInitial ? list : field;
  }

  /// Reads `van Gogh, V. and {Ink and Paper} and King, Jr., M. and others`, and BibLaTeX's
  /// `family=Gogh, given=Vincent, prefix=van`. What stands in braces is one word.
  public static List<String> ofBibtex(String authors) {
    return split(authors, AND_OF_BIBTEX).stream()
        .map(String::strip)
        .flatMap(name -> fromBibtex(name).stream())
        .map(PersonNames::bare)
        .filter(name -> !isNobody(name))
        .toList();
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
        || (parts.size() > 1 && parts.stream().allMatch(JoinedNames::isWithInitials))) {
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
