package dev.akin.read.latex;

import dev.akin.read.latex.LatexTable.Command;
import dev.akin.read.latex.LatexTable.Kind;
import org.jspecify.annotations.Nullable;

/// Reads one text from left to right; see [LatexText] for the two ways. Groups are not nested
/// calls, but braces that are not printed, so that any depth can be read.
final class LatexReader {
  /// What means a space behind a backslash, and what means nothing.
  private static final String SPACES = " \n\\,;:";

  private static final String NOTHING = "-/!@";

  /// Longer ones are not raised or lowered.
  private static final int MAX_SCRIPT = 10;

  private final String text;
  private final LatexBraces braces;

  /// For a text that is not all LaTeX.
  private final @Nullable LatexDoubt doubt;

  private final StringBuilder plain;
  private int position;
  private String accent = "";

  private LatexReader(String text, boolean mixed) {
    this.text = text;
    this.braces = new LatexBraces(text);
    this.doubt = mixed ? new LatexDoubt(text, braces) : null;
    this.plain = new StringBuilder(text.length());
  }

  static LatexReader latex(String text) {
    return new LatexReader(text, false);
  }

  static LatexReader mixed(String text) {
    return new LatexReader(text, true);
  }

  String read() {
    while (position < text.length()) {
      switch (text.charAt(position)) {
        case '\\' -> backslash();
        case '$' -> formula(LatexSpan.dollars(text, position), 1);
        case '{' -> beginGroup();
        case '}' -> endGroup();
        default -> letter();
      }
    }
    return plain.toString();
  }

  private void backslash() {
    if (doubt != null && doubt.beginsPath(position)) {
      copyWord();
    } else if (text.startsWith("\\(", position) || text.startsWith("\\[", position)) {
      formula(LatexSpan.brackets(text, position), 2);
    } else if (position + 1 < text.length() && LatexText.isLetter(text.charAt(position + 1))) {
      command();
    } else {
      sign();
    }
  }

  private void copyWord() {
    while (position < text.length() && !Character.isWhitespace(text.charAt(position))) {
      plain.append(text.charAt(position++));
    }
  }

  /// A formula, or as many characters as it would have begun with.
  private void formula(@Nullable LatexSpan span, int signs) {
    int end = span == null ? position + signs : span.next();
    String formula = span == null ? null : LatexFormula.plain(text, span.start(), span.end());
    plain.append(formula == null ? text.substring(position, end) : formula);
    position = end;
    accent = "";
  }

  private void sign() {
    int backslash = position++;
    String sign = position < text.length() ? next() : "";
    Command command = LatexTable.command(sign);
    if (command != null && command.kind() == Kind.ACCENT) {
      if (doubt == null || doubt.isAccent(backslash, command.meaning())) {
        accent(command);
      } else {
        copy(backslash);
      }
    } else if (doubt != null && !doubt.isSign(backslash)) {
      copy(backslash);
    } else if (!NOTHING.contains(sign)) {
      put(SPACES.contains(sign) ? " " : sign);
    }
  }

  private void command() {
    int backslash = position++;
    String name = letters();
    Command command = LatexTable.command(name);
    boolean isCertain =
        doubt == null
            || (command == null
                ? doubt.isUnknownCommand(backslash, position)
                : !accent.isEmpty() || doubt.isCommand(backslash, position, command));
    if (!isCertain) {
      copy(backslash);
    } else if (command != null) {
      read(command, backslash);
    } else if (braces.isGroup(position)) {
      enter();
    } else if (!text.startsWith("{", position)) {
      copy(backslash);
    }
  }

  private void read(Command command, int backslash) {
    switch (command.kind()) {
      case ACCENT -> accent(command);
      case SYMBOL, TEXTUAL, BINARY, RELATION -> symbol(command);
      case SWITCH -> {
        skipSpaces();
        enter();
      }
      case SPACE -> put(" ");
      case STYLE -> enter();
      case BOTH -> {
        if (braces.isGroup(position) && braces.isGroup(braces.end(position) + 1)) {
          braces.drop(braces.end(position) + 1);
        }
        enter();
      }
      case NOTE -> {
        put(" ");
        enter();
      }
      case DROPPED -> drop();
      case SECOND -> {
        skipGroup();
        enter();
      }
      case LINK -> link();
      case CODE -> put(LatexTable.decode(argument()));
      case RAISED -> script(Kind.SUPER);
      case LOWERED -> script(Kind.SUB);
      case MARK, ROOT, WORD, BLACKBOARDS -> formula(backslash, 1);
      case FRACTION, CHOICE, OVER, UNDER -> formula(backslash, 2);
      case FUNCTION -> put(command.meaning());
      case NOTHING, DELIMITER, NEGATION -> {}
      case SUPER, SUB, BLACKBOARD -> throw new IllegalStateException("no command: " + command);
    }
  }

  private void accent(Command command) {
    accent = command.meaning();
    skipSpaces();
    enter();
  }

  /// A letter under an accent has its dot back: Unicode knows which letters lose it.
  private void symbol(Command command) {
    String dotless = command.meaning();
    boolean dotted = !accent.isEmpty() && (dotless.equals("ı") || dotless.equals("ȷ"));
    put(dotted ? (dotless.equals("ı") ? "i" : "j") : dotless);
    if (text.startsWith("{}", position)) {
      position += 2;
    } else if (doubt == null || isBetweenLetters(command.kind())) {
      skipSpaces();
    }
  }

  /// Whether what came before it is close: `3\times 3`, but not `3 \times 3`.
  private boolean isBetweenLetters(Kind kind) {
    int before = plain.length() - 2;
    return kind == Kind.BINARY && before >= 0 && plain.charAt(before) != ' ';
  }

  /// Into the group that follows, whose braces are not printed.
  private void enter() {
    if (braces.isGroup(position)) {
      braces.drop(position++);
    }
  }

  private void drop() {
    skipGroup();
    boolean endsSentence = position < text.length() && ".,;:)".indexOf(text.charAt(position)) >= 0;
    if (!plain.isEmpty() && plain.charAt(plain.length() - 1) == '~') {
      plain.setLength(plain.length() - 1);
    } else if (endsSentence && !plain.isEmpty() && plain.charAt(plain.length() - 1) == ' ') {
      plain.setLength(plain.length() - 1);
    }
  }

  private void skipGroup() {
    int group = braces.skipOptions(position);
    position = braces.isGroup(group) ? braces.end(group) + 1 : position;
  }

  /// The text of the group that follows, as it is written.
  private String argument() {
    if (!braces.isGroup(position)) {
      return "";
    }
    String inner = braces.inner(position);
    position = braces.end(position) + 1;
    return inner;
  }

  private void link() {
    plain.append(LatexText.link(argument()));
  }

  private void script(Kind kind) {
    boolean isShort = braces.isGroup(position) && braces.end(position) - position <= MAX_SCRIPT;
    String small = isShort ? LatexLine.small(kind, braces.inner(position)) : null;
    if (small == null) {
      enter();
    } else {
      argument();
      plain.append(small);
    }
  }

  /// A command of formulas in a text, with as many groups as follow it, up to `groups`.
  private void formula(int backslash, int groups) {
    int end = braces.skipOptions(position);
    for (int i = 0; i < groups && braces.isGroup(end); i++) {
      end = braces.end(end) + 1;
    }
    String formula = end == position ? null : LatexFormula.plain(text, backslash, end);
    if (formula == null) {
      copy(backslash);
    } else {
      put(formula);
      position = end;
    }
  }

  private void beginGroup() {
    if (doubt != null && !braces.isDropped(position)) {
      if (doubt.belongsToCommand(position)) {
        braces.drop(position);
      } else {
        plain.append('{');
      }
    }
    position++;
  }

  private void endGroup() {
    accent = "";
    if (doubt != null && !braces.isDropped(position)) {
      plain.append('}');
    }
    position++;
  }

  private void letter() {
    boolean ligature =
        doubt == null
            && (take("---", "—")
                || take("--", "–")
                || take("``", "“")
                || take("''", "”")
                || take("~", " "));
    if (!ligature) {
      put(next());
    }
  }

  private boolean take(String written, String meant) {
    if (!text.startsWith(written, position)) {
      return false;
    }
    put(meant);
    position += written.length();
    return true;
  }

  /// What was read, as it is.
  private void copy(int start) {
    plain.append(text, start, position);
    accent = "";
  }

  /// A character, and the accent that waits for one.
  private void put(String character) {
    plain.append(character).append(accent);
    accent = "";
  }

  private String letters() {
    int start = position;
    while (position < text.length() && LatexText.isLetter(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  private String next() {
    int start = position;
    position = text.offsetByCodePoints(position, 1);
    return text.substring(start, position);
  }

  private void skipSpaces() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }
}
