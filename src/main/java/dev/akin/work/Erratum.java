package dev.akin.work;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Titles of records that correct, retract or add to another paper: "Erratum: …", "Correction to
/// …", "… (Retraction)".
final class Erratum {
  private static final String KIND =
      "errat(?:um|a)|corrigend(?:um|a)|addend(?:um|a)|retract(?:ion|ed)(?:"
          + " (?:note|notice|article|paper))?|publisher['’]?s note|(?:author|publisher)"
          + " correction|expression of concern";

  private static final Pattern IN_FRONT =
      Pattern.compile(
          "(?iU)^[\\[(\\s]*(?:(?:"
              + KIND
              + "|corrections?)[\\])]?(?:\\s*[:.—–-]+\\s+|\\s*:|\\s+(?:to|for)\\b:?)|(?:errat(?:um|a)|corrigend(?:um|a)|addend(?:um|a))\\s+(?:in|on)\\b|retraction"
              + " of\\b|[\\[(](?:"
              + KIND
              + "|correction)[\\])])(?<work>.*)$");

  private static final Pattern BEHIND =
      Pattern.compile(
          "(?iU)^(?<work>.*?\\S)\\s*(?:[:—–]|\\s-\\s|[\\[(])\\s*(?:"
              + KIND
              + "|correction)[\\])]?\\.?$");

  private static final Pattern ALONE =
      Pattern.compile("(?iU)^\\W*(?:" + KIND + "|corrections?)\\W*$");

  private static final Pattern QUOTED = Pattern.compile("[“\"«](?<title>[^”\"»]+)[”\"»]");

  private Erratum() {}

  /// Whether a title is that of an erratum.
  static boolean is(String title) {
    return ALONE.matcher(title).matches()
        || IN_FRONT.matcher(title).matches()
        || BEHIND.matcher(title).matches();
  }

  /// The title of the corrected paper; empty if `title` does not name it, or is not that of an
  /// erratum.
  static String corrected(String title) {
    if (ALONE.matcher(title).matches()) {
      return "";
    }
    Matcher front = IN_FRONT.matcher(title);
    Matcher behind = BEHIND.matcher(title);
    if (front.matches()) {
      return unquoted(front.group("work"));
    }
    return behind.matches() ? unquoted(behind.group("work")) : "";
  }

  /// "Figure 22, Mehryar Mohri, “Finite-State Transducers …”": the title is in the quotation marks.
  private static String unquoted(String work) {
    Matcher quoted = QUOTED.matcher(work);
    return quoted.find() && SameWork.saysEnough(quoted.group("title"))
        ? quoted.group("title")
        : work.strip();
  }
}
