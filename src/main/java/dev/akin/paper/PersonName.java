package dev.akin.paper;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The parts of an author's name. Names are kept as `Given Family`, so the parts are guessed.
///
/// @param given empty if there is none
/// @param family with the particles before it, such as `de la Fontaine`; the whole name if it
///   cannot be divided
/// @param suffix such as `Jr.`; empty if there is none
/// @param whole whether the name cannot be divided: it is a group, or has one word
public record PersonName(String given, String family, String suffix, boolean whole) {
  private static final Pattern SUFFIX = Pattern.compile("(?:Jr|Sr|2nd|3rd|II|III|IV)\\.?");

  private static final Pattern INITIALS = Pattern.compile("\\p{Lu}{1,2}");

  /// The parts of a name.
  public static PersonName of(String name) {
    int comma = name.indexOf(',');
    if (comma >= 0 && !SUFFIX.matcher(name.substring(comma + 1).strip()).matches()) {
      return new PersonName("", name, "", true);
    }
    String suffix = comma < 0 ? "" : name.substring(comma + 1).strip();
    String[] words = (comma < 0 ? name : name.substring(0, comma).strip()).split(" ", -1);
    int end = words.length;
    if (suffix.isEmpty() && end > 2 && SUFFIX.matcher(words[end - 1]).matches()) {
      suffix = words[end - 1];
      end--;
    }
    if (end > 1 && isFamilyFirst(words[end - 2], words[end - 1]) && !GroupName.is(name)) {
      return new PersonName(words[end - 1], joined(words, 0, end - 1), suffix, false);
    }
    int family = end - 1;
    while (family > 1 && Character.isLowerCase(words[family - 1].codePointAt(0))) {
      family--;
    }
    return family == 0 || GroupName.is(name)
        ? new PersonName("", name, "", true)
        : new PersonName(joined(words, 0, family), joined(words, family, end), suffix, false);
  }

  /// `Doe JA`, as PubMed writes names.
  private static boolean isFamilyFirst(String before, String last) {
    return INITIALS.matcher(last).matches() && before.chars().anyMatch(Character::isLowerCase);
  }

  private static String joined(String[] words, int from, int to) {
    return String.join(" ", List.copyOf(Arrays.asList(words).subList(from, to)));
  }
}
