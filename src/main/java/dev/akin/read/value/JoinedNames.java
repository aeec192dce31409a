package dev.akin.read.value;

import dev.akin.paper.GroupName;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Cuts a text with several names into these. [PersonNames] reads each of them.
final class JoinedNames {
  static final String SUFFIX = "(?:Jr|Sr|2nd|3rd|II|III|IV)\\.?";

  private static final Pattern AND = Pattern.compile(",?\\sand(?:\\s|$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern AMPERSAND = Pattern.compile(",?\\s&\\s");
  private static final Pattern AND_OR_AMPERSAND =
      Pattern.compile(",?\\s(?:and|&)\\s", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMA = Pattern.compile(",");

  private static final String WORD = "\\p{L}[\\p{L}\\p{M}'’.-]*+";

  private static final Pattern SINGLE_WORD = Pattern.compile("[\\p{L}\\p{M}'’-]+");

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

  /// Family and given name, written as one word.
  private static final Pattern EAST_ASIAN = Pattern.compile("[\\p{IsHan}\\p{IsHangul}]{2,4}");

  /// Up to five words that begin with a capital letter or one of a script without these, or are
  /// particles.
  private static final Pattern WORDS_OF_PERSON =
      Pattern.compile(
          "(?:(?:[\\p{L}&&\\P{Ll}][\\p{L}\\p{M}'’.-]*+|van|von|der|den|de|del|della|di|da|dos|du|la"
              + "|le|el|al|bin|ibn|ter|ten|zu|zur)(?: |$)){1,5}");

  private JoinedNames() {}

  /// Whether it is `Jr.`, `III` or the like.
  static boolean isSuffix(String part) {
    return ONLY_SUFFIX.matcher(part).matches();
  }

  /// The names in a field that is meant for all names of a paper.
  static List<String> all(String field) {
    if (field.contains("(")) {
      return commas(field) > 1 || AND.matcher(field).find()
          ? ArxivAuthors.split(field)
          : List.of(field);
    }
    List<String> pieces = atAnd(field);
    return pieces.size() > 1 && pieces.stream().allMatch(JoinedNames::isTurned)
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
    List<String> parts = parts(text);
    boolean one =
        parts.size() == 2
            ? !parts.stream().allMatch(JoinedNames::isWhole)
            : parts.size() == 3 && isSuffix(parts.get(2));
    return names.size() > 1 || one ? names : ArxivAuthors.split(text);
  }

  /// The names of a text that certainly has several: `Doe J, Roe K`, `Doe, J., Roe, K.`, `Doe, Jane
  /// and Roe, Ken`, `Jane Doe, Ken Roe, and Lee Poe`. Otherwise the text: `Doe Roe, Jane Ann` is
  /// one name, and so is `Center for Bees and Sleep`.
  static List<String> certain(String text) {
    int comma = text.indexOf(',');
    boolean one = comma < 0 || (text.indexOf(',', comma + 1) < 0 && text.indexOf(' ') > comma);
    if (one && !AND_OR_AMPERSAND.matcher(text).find()) {
      return List.of(text); // Given Family, or Family, Given
    }
    if (text.contains("(")) {
      List<String> bare = ArxivAuthors.split(text);
      return bare.size() > 1 && bare.stream().allMatch(JoinedNames::isFullName)
          ? bare
          : List.of(text);
    }
    List<String> joined = List.of(AND_OR_AMPERSAND.split(text));
    List<String> parts = parts(String.join(", ", joined));
    if (isGroupLast(parts)
        || parts.stream().allMatch(JoinedNames::isWithInitials)
        || parts.stream().allMatch(part -> EAST_ASIAN.matcher(part).matches())) {
      return parts;
    }
    if (isInPairs(parts) || (joined.size() == 1 && isOfSingleWords(parts))) {
      return IntStream.range(0, parts.size() / 2)
          .mapToObj(i -> parts.get(2 * i) + ", " + parts.get(2 * i + 1))
          .toList();
    }
    boolean turned = joined.stream().allMatch(JoinedNames::isTurned);
    if (!turned && parts.size() > 2 && parts.stream().allMatch(JoinedNames::isFullName)) {
      return parts;
    }
    return joined.stream().allMatch(JoinedNames::isPerson) ? joined : List.of(text);
  }

  /// `Doe J, Roe K, Sleep Study Group`
  private static boolean isGroupLast(List<String> parts) {
    return parts.size() > 1
        && BEFORE_INITIALS.matcher(parts.getFirst()).matches()
        && parts.stream().allMatch(part -> part.contains(" "));
  }

  /// `Doe, J., Roe, Ken A.`
  private static boolean isInPairs(List<String> parts) {
    return isEven(parts)
        && IntStream.range(0, parts.size())
            .allMatch(i -> hasInitials(parts.get(i)) == (i % 2 == 1));
  }

  private static boolean hasInitials(String part) {
    return endsInInitial(part) || ONLY_INITIALS.matcher(part).matches();
  }

  /// `Doe, Jane, Roe, Ken`
  private static boolean isOfSingleWords(List<String> parts) {
    return isEven(parts) && parts.stream().allMatch(part -> SINGLE_WORD.matcher(part).matches());
  }

  private static boolean isEven(List<String> parts) {
    return parts.size() >= 4 && parts.size() % 2 == 0;
  }

  /// `Family, Given`, or `Given Family`
  private static boolean isPerson(String name) {
    return isTurned(name)
        ? parts(name).stream().allMatch(part -> WORDS_OF_PERSON.matcher(part).matches())
            && !GroupName.is(name)
        : isFullName(name);
  }

  /// `Family, Given`
  private static boolean isTurned(String name) {
    return commas(name) == 1;
  }

  /// Whether a text between commas is more than a family name or given names: it has several words,
  /// the first is no particle and the last no initial.
  private static boolean isWhole(String part) {
    return part.contains(" ")
        && !Character.isLowerCase(part.codePointAt(0))
        && !endsInInitial(part);
  }

  /// `Given Family`
  private static boolean isFullName(String name) {
    return isWhole(name) && WORDS_OF_PERSON.matcher(name).matches() && !GroupName.is(name);
  }

  /// Whether a name is one like `Doe JA` or `J. A. Doe`.
  static boolean isWithInitials(String name) {
    return WITH_INITIALS.matcher(name).matches();
  }

  /// Whether a text ends like `Doe, Jane A.`
  static boolean endsInInitial(String text) {
    return ENDS_IN_INITIAL.matcher(text).matches();
  }

  private static List<String> parts(String text) {
    return Stream.of(COMMA.split(text)).map(String::strip).toList();
  }

  private static long commas(String text) {
    return text.chars().filter(c -> c == ',').count();
  }
}
