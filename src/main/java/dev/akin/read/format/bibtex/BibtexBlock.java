package dev.akin.read.format.bibtex;

import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import org.jspecify.annotations.Nullable;

/// A block of a BibTeX file, `@type{key, name = value, …}`.
///
/// @param start the line that it begins in
/// @param type in lower case; empty if it could not be read
/// @param body the text between the outer braces or parentheses
/// @param fault why the block cannot be read; absent if it can
record BibtexBlock(Line start, String type, String body, @Nullable String fault) {
  /// The citation key; empty if there is none.
  String key() {
    return hasKey() ? head().strip() : "";
  }

  /// The fields as text, `name = value, …`, without commas at the end.
  String fields() throws BadRecordException {
    if (fault != null) {
      throw new BadRecordException(fault);
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
