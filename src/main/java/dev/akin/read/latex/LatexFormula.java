package dev.akin.read.latex;

import dev.akin.read.latex.LatexTable.Command;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns a formula of LaTeX into one line of plain text: `\mathcal{L}_{\text{CE}} \leq x^2` into
/// `L_CE ≤ x²`.
///
/// The result cannot be typeset again, but people and tokenizers can read it. Where Unicode has no
/// good character, it has `x^(n+1)` or `a/b`; an unknown command becomes its argument or its name;
/// letters stay plain letters, because models know no others.
final class LatexFormula extends LatexScanner {
  /// Formulas beyond these limits are left as they are.
  private static final int MAX_CHARACTERS = 5000;

  private static final int MAX_DEPTH = 40;

  private static final Set<Character> SPACES = Set.of(' ', '\n', '\t', '\\', ',', ';', ':', '>');
  private static final String NOTHING = "!/-@()[]";

  private int depth;
  private boolean broken;

  private LatexFormula(String latex) {
    super(latex);
  }

  /// The plain text of the formula from `start` to `end`, without its dollars; null if its braces
  /// do not match, or it is too long or nested too deep.
  static @Nullable String plain(String text, int start, int end) {
    if (end - start > MAX_CHARACTERS) {
      return null;
    }
    LatexFormula formula = new LatexFormula(text.substring(start, end));
    String plain = formula.group(false).strip();
    return formula.broken ? null : plain;
  }

  private String group(boolean inBraces) {
    if (++depth > MAX_DEPTH) {
      broken = true;
    }
    LatexLine line = new LatexLine();
    while (!broken && position < text.length() && text.charAt(position) != '}') {
      part(line);
    }
    broken |= inBraces != position < text.length();
    position++;
    depth--;
    return line.toString();
  }

  private void part(LatexLine line) {
    char c = text.charAt(position);
    switch (c) {
      case '\\' -> command(line);
      case '{' -> line.put(argument());
      case '^', '_' -> script(line, c);
      case '\'' -> {
        position++;
        line.put("′");
      }
      case '$' -> position++;
      case '&', '~' -> {
        position++;
        line.space();
      }
      default -> {
        if (Character.isWhitespace(c)) {
          skipSpaces();
          line.space();
        } else {
          line.put(next());
        }
      }
    }
  }

  private void script(LatexLine line, char sign) {
    position++;
    String index = argument().strip();
    if (sign == '^') {
      line.raise(index);
    } else {
      line.lower(index);
    }
  }

  private void command(LatexLine line) {
    position++;
    String name = letters();
    if (name.isEmpty()) {
      character(line);
      return;
    }
    Command command = LatexTable.command(name);
    if (command != null) {
      put(line, name, command);
    } else if (isAt('{')) {
      line.put(argument());
    } else {
      line.word(name);
      skipSpaces();
    }
  }

  private void put(LatexLine line, String name, Command command) {
    String meaning = command.meaning();
    switch (command.kind()) {
      case ACCENT, MARK -> line.put(marked(argument().strip(), meaning));
      case SYMBOL -> {
        line.put(meaning);
        skipSpaces();
      }
      case BINARY -> {
        line.binary(meaning);
        skipSpaces();
      }
      case RELATION -> {
        line.relation(meaning);
        skipSpaces();
      }
      case FUNCTION, TEXTUAL -> line.word(name);
      case WORD -> {
        skip('*');
        line.word(argument().strip());
      }
      case STYLE, BOTH, NOTE, LINK -> line.put(argument());
      case BLACKBOARDS -> line.put(doubled(argument()));
      case DROPPED -> argument();
      case SECOND -> {
        argument();
        line.put(argument());
      }
      case FRACTION -> line.divide(argument().strip(), argument().strip());
      case ROOT -> root(line);
      case CHOICE -> line.put("(" + argument().strip() + " choose " + argument().strip() + ")");
      case OVER -> {
        String above = argument().strip();
        line.put(argument());
        line.raise(above);
      }
      case UNDER -> {
        String below = argument().strip();
        line.put(argument());
        line.lower(below);
      }
      case CODE -> line.put(LatexTable.decode(argument().strip()));
      case RAISED -> line.raise(argument().strip());
      case LOWERED -> line.lower(argument().strip());
      case NEGATION -> line.negate();
      case SPACE -> line.space();
      case DELIMITER -> skip('.');
      case SWITCH, NOTHING -> skipSpaces();
      case SUPER, SUB, BLACKBOARD -> throw new IllegalStateException("no command: " + command);
    }
  }

  private void root(LatexLine line) {
    int end = isAt('[') ? text.indexOf(']', position) : -1;
    String index = end < 0 ? "" : text.substring(position + 1, end);
    if (end >= 0) {
      position = end + 1;
    }
    String small = LatexTable.character(LatexTable.Kind.SUPER, index.strip());
    line.put((small == null ? index : small) + "√" + LatexLine.enclosed(argument().strip()));
  }

  private static String marked(String letter, String mark) {
    return letter.codePointCount(0, letter.length()) == 1 ? letter + mark : letter;
  }

  private static String doubled(String letters) {
    StringBuilder doubled = new StringBuilder();
    letters
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(
            letter -> {
              String form = LatexTable.character(LatexTable.Kind.BLACKBOARD, letter);
              doubled.append(form == null ? letter : form);
            });
    return doubled.toString();
  }

  /// The plain text of what follows: a group, a command or a character.
  private String argument() {
    skipSpaces();
    if (position >= text.length() || text.charAt(position) == '}' || broken) {
      return "";
    }
    if (text.charAt(position) == '{') {
      position++;
      return group(true);
    }
    if (text.charAt(position) != '\\') {
      return next();
    }
    LatexLine line = new LatexLine();
    if (++depth > MAX_DEPTH) {
      broken = true;
    } else {
      command(line);
    }
    depth--;
    return line.toString();
  }

  /// Reads the sign after a backslash.
  private void character(LatexLine line) {
    if (position >= text.length()) {
      broken = true;
      return;
    }
    String character = next();
    Command accent = LatexTable.command(character);
    if (SPACES.contains(character.charAt(0))) {
      line.space();
    } else if (character.equals("|")) {
      line.put("‖");
    } else if (accent != null) {
      put(line, character, accent);
    } else if (!NOTHING.contains(character)) {
      line.put(character);
    }
  }

  private void skip(char c) {
    if (isAt(c)) {
      position++;
    }
  }
}
