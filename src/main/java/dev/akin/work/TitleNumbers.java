package dev.akin.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The numbers in a title. They distinguish different works: "… I" and "… II", the tasks of 2019
/// and 2020, the first and the second workshop, task A and task B.
final class TitleNumbers {
  private static final Pattern DIGITS_OR_WORD = Pattern.compile("\\p{N}+|\\p{L}+");

  /// Words that may be followed by a letter as a number.
  private static final Set<String> COUNTED = Set.of("part", "task", "subtask", "track", "volume");

  /// Names of the numbers from 1.
  private static final List<List<String>> NAMES =
      List.of(
          names("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"),
          names(
              "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                  + " fifteen sixteen seventeen eighteen nineteen twenty"),
          names(
              "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
                  + " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
                  + " twentieth"));

  private TitleNumbers() {}

  private static List<String> names(String words) {
    return List.of(words.split(" ", -1));
  }

  /// The numbers of a title in order, in digits. A single letter is a number only at the end, or
  /// after a word such as "part".
  ///
  /// @param key the title's [dev.akin.paper.TitleKey]
  static List<String> of(String key) {
    List<String> words = DIGITS_OR_WORD.matcher(key).results().map(MatchResult::group).toList();
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean counted = i > 0 && word.length() == 1 && COUNTED.contains(words.get(i - 1));
      if (Character.isDigit(word.charAt(0)) || (counted && !isName(word))) {
        numbers.add(word);
      } else if (word.length() > 1 || counted || i == words.size() - 1) {
        addName(word, numbers);
      }
    }
    return numbers;
  }

  private static boolean isName(String word) {
    return NAMES.stream().anyMatch(names -> names.contains(word));
  }

  private static void addName(String word, List<String> numbers) {
    for (List<String> names : NAMES) {
      if (names.contains(word)) {
        numbers.add(Integer.toString(names.indexOf(word) + 1));
      }
    }
  }
}
