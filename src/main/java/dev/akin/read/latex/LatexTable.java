package dev.akin.read.latex;

import dev.akin.base.Resources;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What LaTeX's commands mean in plain text: the file `latex.txt` beside this class, read at the
/// first command.
final class LatexTable {
  /// What a command does.
  enum Kind {
    /// A combining character for the letter that follows; [#MARK] in formulas only.
    ACCENT,
    MARK,
    SYMBOL,
    /// A sign in text and a word in formulas.
    TEXTUAL,
    BINARY,
    RELATION,
    FUNCTION,
    /// Characters that can be raised, lowered or doubled; not commands.
    SUPER,
    SUB,
    BLACKBOARD,
    /// No argument, and prints nothing.
    SWITCH,
    /// Prints its argument.
    STYLE,
    /// Prints its two arguments.
    BOTH,
    /// Prints nothing of its argument.
    DROPPED,
    /// Prints the second of two arguments.
    SECOND,
    /// Prints its argument, aside from the text.
    NOTE,
    /// Prints its argument as it is written.
    LINK,
    /// Prints the character of a number, as MathJax does.
    CODE,
    RAISED,
    LOWERED,
    FRACTION,
    ROOT,
    CHOICE,
    OVER,
    UNDER,
    BLACKBOARDS,
    WORD,
    NEGATION,
    SPACE,
    NOTHING,
    DELIMITER;

    private static final Set<Kind> CHARACTERS = Set.of(SUPER, SUB, BLACKBOARD);
    private static final Set<Kind> PAIRS =
        Set.of(ACCENT, MARK, SYMBOL, TEXTUAL, BINARY, RELATION, SUPER, SUB, BLACKBOARD);
  }

  /// A command; `meaning` is its name if the kind says all.
  record Command(Kind kind, String meaning) {}

  private static final Map<String, Command> COMMANDS = new HashMap<>();
  private static final Map<Kind, Map<String, String>> CHARACTERS = new EnumMap<>(Kind.class);

  static {
    Resources.lines(LatexTable.class, "latex.txt").stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> read(line.strip().split("\\s+", -1)));
  }

  private LatexTable() {}

  static @Nullable Command command(String name) {
    return COMMANDS.get(name);
  }

  /// How `text` looks raised, lowered or doubled; null if it has no such form.
  static @Nullable String character(Kind kind, String text) {
    return CHARACTERS.getOrDefault(kind, Map.of()).get(text);
  }

  /// The character that a number such as `x2014` or `8212` stands for; the number, if none does.
  static String decode(String number) {
    try {
      boolean isHex = number.startsWith("x");
      return Character.toString(
          Integer.parseInt(isHex ? number.substring(1) : number, isHex ? 16 : 10));
    } catch (IllegalArgumentException e) {
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
