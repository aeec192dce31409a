package dev.akin.read.value;

import dev.akin.paper.GroupName;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Splits a text into names, if it certainly has several: `Doe J, Roe K`, `Doe, J., Roe, K.`, `Doe,
/// Jane and Roe, Ken`, `Jane Doe, Ken Roe, and Lee Poe`.
///
/// `Doe Roe, Jane Ann` is one name, and so is `Center for Bees and Sleep`.
final class JoinedNames {
  static final String SUFFIX = "(?:Jr|Sr|2nd|3rd|II|III|IV)\\.?";

  private static final String WORD = "\\p{L}[\\p{L}\\p{M}'’.-]*+";

  /// `Doe JA`, as PubMed writes it, and `JA Doe` or `J. A. Doe`.
  private static final Pattern WITH_INITIALS =
      Pattern.compile(
          "(?:%1$s ){1,4}\\p{Lu}{1,4}(?: %2$s)?\\.?|(?:\\p{Lu}\\.? ?-?){1,4} (?:%1$s ?){1,4}…?"
              .formatted(WORD, SUFFIX));

  private static final Pattern ONLY_INITIALS = Pattern.compile("(?:\\p{Lu}\\.?[ -]?){1,4}");

  /// Up to four words with a capital letter, or one of a script without these, or a particle.
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:(?:[\\p{L}&&\\P{Ll}][\\p{L}\\p{M}'’.-]*+|van|von|der|den|de|del|della|di|da|dos|du|la|le"
              + "|el|al|bin|ibn|ter|ten|zu|zur)(?: |$)){1,4}");

  private static final Pattern AND = Pattern.compile(",? (?:and|&) ", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMA = Pattern.compile(",");

  private JoinedNames() {}

  /// The names of a text that certainly has several; otherwise the text.
  static List<String> split(String text) {
    if (text.indexOf(',') < 0 && text.indexOf(' ') < 0) {
      return List.of(text);
    }
    List<String> joined = List.of(AND.split(text));
    List<String> parts = parts(String.join(", ", joined));
    if (parts.stream().allMatch(part -> WITH_INITIALS.matcher(part).matches())) {
      return parts;
    }
    if (isInPairs(parts) || (joined.size() == 1 && isOfSingleWords(parts))) {
      return IntStream.range(0, parts.size() / 2)
          .mapToObj(i -> parts.get(2 * i) + ", " + parts.get(2 * i + 1))
          .toList();
    }
    boolean inverted = joined.stream().allMatch(name -> name.indexOf(',') >= 0);
    if (!inverted && parts.size() > 2 && parts.stream().allMatch(JoinedNames::isWhole)) {
      return parts;
    }
    return joined.stream().allMatch(JoinedNames::isPerson) ? joined : List.of(text);
  }

  private static List<String> parts(String text) {
    return Stream.of(COMMA.split(text)).map(String::strip).toList();
  }

  /// `Doe, J., Roe, K.`
  private static boolean isInPairs(List<String> parts) {
    return isEven(parts)
        && IntStream.range(0, parts.size() / 2)
            .allMatch(i -> ONLY_INITIALS.matcher(parts.get(2 * i + 1)).matches());
  }

  /// `Doe, Jane, Roe, Ken`
  private static boolean isOfSingleWords(List<String> parts) {
    return isEven(parts) && parts.stream().noneMatch(part -> part.contains(" "));
  }

  private static boolean isEven(List<String> parts) {
    return parts.size() >= 4 && parts.size() % 2 == 0;
  }

  /// `Family, Given`, or `Given Family`.
  private static boolean isPerson(String name) {
    List<String> parts = parts(name);
    return parts.size() == 2
        ? parts.stream().allMatch(part -> WORDS.matcher(part).matches())
            && !GroupName.is(parts.getFirst())
        : isWhole(name);
  }

  /// `Given Family`.
  private static boolean isWhole(String name) {
    return name.contains(" ") && WORDS.matcher(name).matches() && !GroupName.is(name);
  }
}
