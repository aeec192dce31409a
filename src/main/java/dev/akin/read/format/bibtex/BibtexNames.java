package dev.akin.read.format.bibtex;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Rewrites the names of fields, so that JBibTeX can read them: programs write `funding_text 1` and
/// `foo:bar`. A field that occurs twice gets another name, `author-2`, because JBibTeX would keep
/// the last one alone.
///
/// Puts a comma where it is missing after a value in braces or quotation marks, and after the key.
final class BibtexNames {
  /// What is appended to the name of a field that occurs again.
  static final String SECOND = "-2";

  private static final Pattern OTHER = Pattern.compile("[^a-z0-9_-]");

  private final String fields;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, Integer> seen = new HashMap<>();

  private BibtexNames(String fields) {
    this.fields = fields;
  }

  /// The fields of an entry with other names.
  ///
  /// @param fields `name = value, …`
  static String rewrite(String fields) {
    return new BibtexNames(fields).rewrite();
  }

  private String rewrite() {
    int start = 0;
    int depth = 0;
    boolean quoted = false;
    boolean escaped = false;
    boolean inName = true;
    char before = ' ';
    for (int i = 0; i < fields.length(); i++) {
      char c = fields.charAt(i);
      boolean outside = depth == 0 && !quoted && !escaped;
      if (outside && inName && c == '=') {
        text.append(name(fields.substring(start, i)));
        start = i;
        inName = false;
      } else if (outside && !inName && c == ',') {
        text.append(fields, start, i + 1);
        start = i + 1;
        inName = true;
      } else if (outside && !inName && isClosing(before) && Character.isLetter(c)) {
        text.append(fields, start, i).append(',');
        start = i;
        inName = true;
      } else if (!escaped && !inName) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        quoted = (c == '"' && depth == 0) != quoted;
      }
      escaped = c == '\\' && !escaped;
      before = c <= ' ' ? before : c;
    }
    return text.append(fields, start, fields.length()).toString();
  }

  private static boolean isClosing(char c) {
    return c == '}' || c == '"';
  }

  private String name(String text) {
    String stripped = text.strip();
    String name = stripped.substring(stripped.lastIndexOf('\n') + 1); // the key has its own line
    String bare = OTHER.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("_");
    String plain = bare.isEmpty() || !Character.isLetter(bare.charAt(0)) ? "f" + bare : bare;
    int count = seen.merge(plain, 1, Integer::sum);
    return " " + (count == 1 ? plain : plain + "-" + count);
  }
}
