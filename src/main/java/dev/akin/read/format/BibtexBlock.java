package dev.akin.read.format;

import dev.akin.read.record.Line;
import dev.akin.read.record.Refusal;
import org.jspecify.annotations.Nullable;

/// One `@type{key, name = value, …}` of a BibTeX file.
///
/// @param start the line that it begins in
/// @param type in lower case; empty if there is a fault before it
/// @param body what stands between the outer delimiters
/// @param fault why it cannot be read, absent if it can
record BibtexBlock(Line start, String type, String body, @Nullable String fault) {
  /// The citation key; empty if there is none.
  String key() {
    return hasKey() ? head().strip() : "";
  }

  /// `name = value, …`, without commas at its end.
  String fields() throws Refusal {
    if (fault != null) {
      throw new Refusal(fault);
    }
    int start = hasKey() ? Math.min(body.length(), head().length() + 1) : 0;
    int end = body.length();
    while (end > start && (body.charAt(end - 1) == ',' || body.charAt(end - 1) <= ' ')) {
      end--;
    }
    return body.substring(start, end);
  }

  private boolean hasKey() {
    return !head().contains("=");
  }

  private String head() {
    int comma = body.indexOf(',');
    return comma < 0 ? body : body.substring(0, comma);
  }
}
