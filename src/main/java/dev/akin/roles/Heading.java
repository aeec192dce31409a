package dev.akin.roles;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The name of a section that authors write in front of a sentence, such as `Methods:`.
///
/// It ends with a colon, a period, a dash or a closing bracket. Only a name in capitals, such as
/// `BACKGROUND`, needs no such mark.
///
/// @param roles what the section is about; several for `Methods and results:`
/// @param length number of characters up to the text after it; all of the sentence if it stands
///   alone
record Heading(Set<Role> roles, int length) {
  private static final int MAX_WORDS = 5;

  /// The words of headings with their roles. Those without a role never make a heading by
  /// themselves.
  private static final Map<String, Set<Role>> WORDS = new HashMap<>();

  static {
    put(
        EnumSet.of(Role.PROBLEM),
        "aim aims background context goal goals hypotheses hypothesis importance introduction"
            + " motivation objective objectives problem purpose question questions rationale");
    put(
        EnumSet.of(Role.METHOD),
        "analysis approach data design experiments intervention interventions material materials"
            + " measurements measures method methodology methods participants patients procedure"
            + " procedures sample setting settings subjects");
    put(
        EnumSet.of(Role.RESULT),
        "conclusion conclusions contribution contributions discussion finding findings impact"
            + " implication implications interpretation limitations originality outcome outcomes"
            + " relevance result results significance value");
    put(EnumSet.of(Role.OTHER), "availability contact funding keywords registration");
    put(
        EnumSet.noneOf(Role.class),
        "and clinical experimental key main of our practical primary research study supplementary"
            + " the theoretical trial");
  }

  private static void put(Set<Role> roles, String words) {
    for (String word : words.split(" ", -1)) {
      WORDS.put(word, roles);
    }
  }

  /// The heading that a sentence begins with, or null.
  static @Nullable Heading of(String sentence) {
    int at = skip(sentence, 0, "[(*_#");
    if (at == sentence.length() || !Character.isUpperCase(sentence.charAt(at))) {
      return null;
    }
    boolean inBrackets = at > 0 && "[(".indexOf(sentence.charAt(at - 1)) >= 0;
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    boolean capitals = true;
    int end = at;
    for (int count = 0; count <= MAX_WORDS; count++) {
      int wordEnd = wordEnd(sentence, at);
      Set<Role> known = WORDS.get(sentence.substring(at, wordEnd).toLowerCase(Locale.ROOT));
      if (known == null || count == MAX_WORDS) {
        break;
      }
      roles.addAll(known);
      capitals &= inCapitals(sentence, at, wordEnd);
      end = wordEnd;
      at = skip(sentence, end, " /&,");
    }
    if (roles.isEmpty()) {
      return null;
    }
    int after = afterMark(sentence, end, inBrackets);
    if (after == end && !(capitals && goesOnInSmallLetters(sentence, end))) {
      return null;
    }
    return new Heading(roles, skip(sentence, after, " *_"));
  }

  /// Whether nothing stands after it in its sentence.
  boolean isAlone(String sentence) {
    return length == sentence.length();
  }

  private static int skip(String text, int from, String characters) {
    int at = from;
    while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean inCapitals(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!Character.isUpperCase(text.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  /// Where the text after the mark begins; `end` if there is no mark.
  private static int afterMark(String text, int end, boolean inBrackets) {
    int at = skip(text, end, " *_");
    boolean closed = inBrackets && at < text.length() && "])".indexOf(text.charAt(at)) >= 0;
    if (closed) {
      at = skip(text, at + 1, " *_");
    }
    if (at < text.length() && isMark(text, at)) {
      return at + 1;
    }
    return closed ? at : end;
  }

  private static boolean isMark(String text, int at) {
    return switch (text.charAt(at)) {
      case ':', '–', '—' -> true;
      case '.', '-' -> at + 1 == text.length() || text.charAt(at + 1) == ' ';
      default -> false;
    };
  }

  private static boolean goesOnInSmallLetters(String text, int end) {
    int at = skip(text, end, " ");
    int wordEnd = wordEnd(text, at);
    return at > end && wordEnd > at && (wordEnd - at == 1 || !inCapitals(text, at, wordEnd));
  }
}
