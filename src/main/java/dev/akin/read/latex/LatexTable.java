package dev.akin.read.latex;

import dev.akin.base.Resources;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What LaTeX's commands mean in plain text. The table is the resource `latex.txt`, which is read
/// once.
final class LatexTable {
  /// What a command does.
  enum Kind {
    /// Puts a combining character on the letter that follows.
    ACCENT,
    /// The same, in formulas only.
    MARK,
    /// Prints a sign.
    SYMBOL,
    /// Prints a sign in text, and its name in formulas.
    TEXTUAL,
    /// Prints a sign that stands close to its neighbors, such as `×`.
    BINARY,
    /// Prints a sign with a space on both sides, such as `≤`.
    RELATION,
    /// Prints its own name, such as `log`.
    FUNCTION,
    /// Not a command: a character that has a raised form; the next two have a lowered and a
    /// blackboard form.
    SUPER,
    SUB,
    BLACKBOARD,
    /// Has no argument, and prints nothing.
    SWITCH,
    /// Prints its argument.
    STYLE,
    /// Prints its two arguments.
    BOTH,
    /// Prints nothing, and drops its argument.
    DROPPED,
    /// Prints the second of two arguments.
    SECOND,
    /// Prints its argument after a space.
    NOTE,
    /// Prints its argument as it is written.
    LINK,
    /// Prints the character of a number, as MathJax does.
    CODE,
    /// Prints its argument as an upper index.
    RAISED,
    /// Prints its argument as a lower index.
    LOWERED,
    /// Prints two arguments with a slash between them.
    FRACTION,
    /// Prints a root of its argument.
    ROOT,
    /// Prints a binomial of two arguments.
    CHOICE,
    /// Prints its first argument as an upper index of the second.
    OVER,
    /// Prints its first argument as a lower index of the second.
    UNDER,
    /// Prints its argument in blackboard letters.
    BLACKBOARDS,
    /// Prints its argument as a word.
    WORD,
    /// Crosses out what follows.
    NEGATION,
    /// Prints a space.
    SPACE,
    /// Prints nothing.
    NOTHING,
    /// Prints nothing; what follows is a bracket, or a dot in place of one.
    DELIMITER;

    private static final Set<Kind> CHARACTERS = Set.of(SUPER, SUB, BLACKBOARD);
    private static final Set<Kind> PAIRS =
        Set.of(ACCENT, MARK, SYMBOL, TEXTUAL, BINARY, RELATION, SUPER, SUB, BLACKBOARD);
  }

  /// A command.
  ///
  /// @param meaning what it prints; its name if the kind says enough
  record Command(Kind kind, String meaning) {}

  private static final Map<String, Command> COMMANDS = new HashMap<>();
  private static final Map<Kind, Map<String, String>> CHARACTERS = new EnumMap<>(Kind.class);

  static {
    Resources.lines(LatexTable.class, "latex.txt").stream()
        .filter(line -> !line.isBlank())
        .forEach(line -> read(line.strip().split("\\s+", -1)));
  }

  private LatexTable() {}

  /// The command with this name, without its backslash; null if it is unknown.
  static @Nullable Command command(String name) {
    return COMMANDS.get(name);
  }

  /// The raised, lowered or blackboard form of a character; null if it has none.
  static @Nullable String character(Kind kind, String text) {
    return CHARACTERS.getOrDefault(kind, Map.of()).get(text);
  }

  /// The character with a code such as `x2014` or `8212`; the code itself if there is none.
  static String decode(String number) {
    try {
      boolean isHex = number.startsWith("x");
      return Character.toString(
          Integer.parseInt(isHex ? number.substring(1) : number, isHex ? 16 : 10));
    } catch (IllegalArgumentException _) {
      return number;
    }
  }

  private static void read(String[] words) {
    Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
    int step = Kind.PAIRS.contains(kind) ? 2 : 1;
    for (int i = 1; i < words.length; i += step) {
      String meaning = meaning(words[i + step - 1]);
      if (Kind.CHARACTERS.contains(kind)) {
        CHARACTERS.computeIfAbsent(kind, k -> new HashMap<>()).put(words[i], meaning);
      } else {
        COMMANDS.put(words[i], new Command(kind, meaning));
      }
    }
  }

  private static String meaning(String word) {
    return word.startsWith("U+") ? Character.toString(Integer.parseInt(word, 2, 6, 16)) : word;
  }
}
