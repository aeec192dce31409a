package dev.akin.paper;

import java.util.regex.Pattern;

/// Tells names of groups, such as `World Health Organization`, from names of persons.
public final class GroupName {
  /// Words of groups, and the small words that stand only in their names.
  private static final Pattern WORD =
      Pattern.compile(
          "(?:^|[ (/])(?:Universi\\p{L}{2,6}|Institut\\p{L}{0,4}|Organi[sz]ation|Group|Consortium"
              + "|Collaboration|Committee|Association|Agency|D[eé]part[ae]m\\p{L}{2,4}|Faculty|Facul\\p{L}{2,5}"
              + "|Minist[eéè]?r\\p{L}{1,4}|Team|Society|Foundation|Council|Center|Centre|Centro"
              + "|Commission|Federation|Network|Laborator\\p{L}{1,4}|Hospital|School|College|Academy"
              + "|Museum|Library|Inc\\.?|Ltd\\.?|LLC|GmbH|Company|Corporation|Investigators"
              + "|for|of|and|on|&)(?=[ ,.)]|$)");

  private GroupName() {}

  /// Whether a name is certainly that of a group.
  public static boolean is(String name) {
    return WORD.matcher(name).find();
  }
}
