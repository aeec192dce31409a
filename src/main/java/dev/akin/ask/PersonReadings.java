package dev.akin.ask;

import dev.akin.paper.NamePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The ways to read words as a person's name: a name stands at the beginning or at the end, as
/// `Given Family`, `Family Given`, `Family, Given` or `Family` alone. Given names may be initials.
///
/// They are only possible. Which of them is a name, an index can tell.
public final class PersonReadings {
  /// Nobody types more with a name.
  private static final int MAX_WORDS = 8;

  /// A family name alone, with more words, is a part of a title.
  private static final int MAX_WORDS_WITH_FAMILY = 4;

  private static final int MAX_NAME = 4;

  private static final Set<String> PARTICLES =
      Set.of(
          "van", "von", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "du", "la",
          "le", "el", "al", "bin", "ibn", "ter", "ten", "zu", "zur");

  private static final Pattern SPACE = Pattern.compile(" ");
  private static final Pattern YEAR = Pattern.compile("\\(?((?:19|20)[0-9]{2})\\)?");
  private static final Pattern AND_OTHERS = Pattern.compile(" et al\\b\\.?,?|,$");
  private static final Pattern INITIALS =
      Pattern.compile("\\p{Lu}{1,3}|\\p{L}|(?:\\p{L}\\.-?){1,4}");
  private static final Pattern NAME_WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’.-]*,?");

  private final List<String> words;
  private final @Nullable YearRange years;
  private final List<PersonReading> readings = new ArrayList<>();

  private PersonReadings(List<String> words, @Nullable YearRange years) {
    this.words = words;
    this.years = years;
  }

  /// Reads words, longer names first.
  public static List<PersonReading> of(String typed) {
    List<String> words =
        new ArrayList<>(List.of(SPACE.split(AND_OTHERS.matcher(typed).replaceAll(""))));
    YearRange years = words.size() > 1 ? takeYear(words) : null;
    if (words.size() > MAX_WORDS) {
      return List.of();
    }
    PersonReadings all = new PersonReadings(List.copyOf(words), years);
    all.addAll();
    return all.readings;
  }

  /// Reads a text that is a name and nothing else.
  public static List<PersonReading> ofName(String typed) {
    return of(typed).stream().filter(reading -> reading.words().isEmpty()).toList();
  }

  /// Takes a year away that stands at the end or at the beginning.
  private static @Nullable YearRange takeYear(List<String> words) {
    for (int at : new int[] {words.size() - 1, 0}) {
      Matcher year = YEAR.matcher(words.get(at));
      if (year.matches()) {
        words.remove(at);
        return YearRange.of(Integer.parseInt(year.group(1)));
      }
    }
    return null;
  }

  private void addAll() {
    for (int length = Math.min(MAX_NAME, words.size()); length > 0; length--) {
      add(0, length);
      if (length < words.size()) {
        add(words.size() - length, words.size());
      }
    }
  }

  /// Adds the names that the words of a part can be.
  private void add(int from, int to) {
    List<String> part = words.subList(from, to);
    if (!part.stream().allMatch(word -> NAME_WORD.matcher(word).matches())) {
      return;
    }
    int comma = comma(part);
    if (comma >= 0) {
      if (comma < part.size() - 1) {
        add(from, to, part.subList(0, comma + 1), part.subList(comma + 1, part.size()));
      }
      return;
    }
    int last = part.size() - 1;
    int family = last;
    while (family > 0 && isParticle(part.get(family - 1))) {
      family--;
    }
    addAt(family, from, to);
    if (family < last) {
      addAt(last, from, to); // as in Di Liang
    }
    if (family > 0) {
      add(from, to, part.subList(0, 1), part.subList(1, part.size()));
    }
  }

  /// Adds `Given Family`.
  ///
  /// @param family where the family name begins in the part
  private void addAt(int family, int from, int to) {
    if (family > 0 || words.size() <= MAX_WORDS_WITH_FAMILY) {
      add(from, to, words.subList(from + family, to), words.subList(from, from + family));
    }
  }

  /// The place of the only comma, which ends a family name; -1 if there is none.
  private static int comma(List<String> part) {
    for (int i = 0; i < part.size(); i++) {
      if (part.get(i).endsWith(",")) {
        return i;
      }
    }
    return -1;
  }

  private void add(int from, int to, List<String> family, List<String> given) {
    String name = String.join(" ", family).replace(",", "");
    if (name.length() < 2 || given.stream().anyMatch(word -> word.endsWith(","))) {
      return;
    }
    List<String> others = new ArrayList<>(words.subList(0, from));
    others.addAll(words.subList(to, words.size()));
    readings.add(
        new PersonReading(
            String.join(" ", words.subList(from, to)),
            new NamePattern(name, given.stream().map(PersonReadings::given).toList()),
            String.join(" ", others),
            years));
  }

  /// A given name, or the first letter of initials.
  private static String given(String word) {
    return INITIALS.matcher(word).matches()
        ? word.substring(0, word.offsetByCodePoints(0, 1))
        : word;
  }

  private static boolean isParticle(String word) {
    return PARTICLES.contains(word.toLowerCase(Locale.ROOT));
  }
}
