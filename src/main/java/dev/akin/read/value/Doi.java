package dev.akin.read.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// DOIs as papers hold them: `10.1145/3343413`, without the address of the resolver or the word
/// `doi:` in front, and otherwise as their source writes them.
public final class Doi {
  private static final String PREFIX = "(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s?)";
  private static final Pattern START = Pattern.compile("(?i)" + PREFIX);
  private static final Pattern WHOLE = Pattern.compile("(?i)" + PREFIX + "?(10\\.[0-9]{4,9}/\\S+)");

  private Doi() {}

  /// The DOI in a field that is meant for DOIs. What stands there is not checked.
  ///
  /// @param field the content of the field; empty if the record does not have it
  /// @return null if there is nothing, or nothing after the prefix
  public static @Nullable String ofField(String field) {
    Matcher start = START.matcher(field);
    String bare = start.lookingAt() ? field.substring(start.end()).strip() : field;
    return bare.isEmpty() ? null : bare;
  }

  /// The DOI that a text is, in a field for identifiers of any kind.
  ///
  /// @return null if the text is something else
  public static @Nullable String ofIdentifier(String identifier) {
    Matcher whole = WHOLE.matcher(identifier);
    return whole.matches() ? whole.group(1) : null;
  }
}
