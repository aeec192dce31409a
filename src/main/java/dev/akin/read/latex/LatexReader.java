package dev.akin.read.latex;

import dev.akin.read.latex.LatexTable.Command;
import dev.akin.read.latex.LatexTable.Kind;
import org.jspecify.annotations.Nullable;

/// Reads one text from left to right, in one of the two ways that [LatexText] describes.
///
/// A group is not a nested call: its braces are only marked as not printed. So groups may be nested
/// to any depth.
final class LatexReader extends LatexScanner {
  /// Signs that mean a space after a backslash, and signs that mean nothing. How many accents one
  /// letter may have.
  private static final int MAX_ACCENTS = 3;

  private static final String SPACES = " \n\\,;:";

  private static final String NOTHING = "-/!@";

  /// The longest group that is raised or lowered, in characters.
  private static final int MAX_SCRIPT = 10;

  private final LatexBraces braces;

  /// Absent if the whole text is LaTeX.
  private final @Nullable LatexDetector detector;

  private final StringBuilder plain;
  private String accent = "";

  private LatexReader(String text, boolean mixed) {
    super(text);
    this.braces = new LatexBraces(text);
    this.detector = mixed ? new LatexDetector(text, braces) : null;
    this.plain = new StringBuilder(text.length());
  }

  /// For a text that is all LaTeX.
  static LatexReader latex(String text) {
    return new LatexReader(text, false);
  }

  /// For a text that may contain LaTeX.
  static LatexReader mixed(String text) {
    return new LatexReader(text, true);
  }

  /// The plain text.
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
    if (detector != null && detector.beginsPath(position)) {
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

  /// Reads a formula; if there is none, copies the signs that it would have begun with.
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
      if (detector == null || detector.isAccent(backslash, command.meaning())) {
        accent(command);
      } else {
        copy(backslash);
      }
    } else if (detector != null && !detector.isSign(backslash)) {
      copy(backslash);
    } else if (!NOTHING.contains(sign)) {
      put(SPACES.contains(sign) ? " " : sign);
    }
  }

  private void command() {
    int backslash = position++;
    String name = letters();
    if (detector == null && isVerbatim(name)) {
      return;
    }
    Command command = LatexTable.command(name);
    if (detector == null && command != null && command.kind() == Kind.DROPPED && isAt('*')) {
      position++;
    }
    boolean isCertain =
        detector == null
            || (command == null
                ? detector.isUnknownCommand(backslash, position)
                : !accent.isEmpty() || detector.isCommand(backslash, position, command));
    if (!isCertain) {
      copy(backslash);
    } else if (command != null) {
      read(command, backslash);
    } else if (braces.isGroup(position)) {
      enter();
    } else if (!isAt('{')) {
      copy(backslash);
    }
  }

  /// Copies what stands between two equal signs after `\verb`.
  private boolean isVerbatim(String name) {
    int end =
        name.equals("verb") && position < text.length()
            ? text.indexOf(text.charAt(position), position + 1)
            : -1;
    if (end < 0) {
      return false;
    }
    plain.append(text, position + 1, end);
    position = end + 1;
    return true;
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
    if (accent.length() < MAX_ACCENTS) {
      accent = command.meaning() + accent; // the inner one comes first
    }
    skipSpaces();
    enter();
  }

  /// Puts a symbol. A dotless letter that gets an accent is put with its dot, as Unicode composes
  /// it.
  private void symbol(Command command) {
    String dotless = command.meaning();
    boolean dotted = !accent.isEmpty() && (dotless.equals("ı") || dotless.equals("ȷ"));
    put(dotted ? (dotless.equals("ı") ? "i" : "j") : dotless);
    if (text.startsWith("{}", position)) {
      position += 2;
    } else if (detector == null || isBetweenLetters(command.kind())) {
      skipSpaces();
    }
  }

  /// Whether no space stands before a sign: in `3\times 3`, but not in `3 \times 3`.
  private boolean isBetweenLetters(Kind kind) {
    int before = plain.length() - 2;
    return kind == Kind.BINARY && before >= 0 && plain.charAt(before) != ' ';
  }

  /// Goes into the group that follows, if there is one; its braces are not printed.
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

  /// The text of the group that follows, as it is written; empty if there is none.
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

  /// Reads a command of formulas that stands in a text, with up to `groups` groups after it.
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
    if (detector != null && !braces.isDropped(position)) {
      if (detector.belongsToCommand(position)) {
        braces.drop(position);
      } else {
        plain.append('{');
      }
    }
    position++;
  }

  private void endGroup() {
    accent = "";
    if (detector != null && !braces.isDropped(position)) {
      plain.append('}');
    }
    position++;
  }

  private void letter() {
    boolean ligature =
        detector == null
            && (take("---", "—")
                || take("--", "–")
                || take("``", "“")
                || take("''", "”")
                || take("!`", "¡")
                || take("?`", "¿")
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

  /// Copies the text from `start` to here as it is.
  private void copy(int start) {
    plain.append(text, start, position);
    accent = "";
  }

  /// Puts a character, and on it the accent that was read before.
  private void put(String character) {
    plain.append(character).append(accent);
    accent = "";
  }
}
