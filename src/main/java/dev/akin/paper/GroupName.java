package dev.akin.paper;

import java.util.regex.Pattern;

/// Recognizes names of groups, such as `World Health Organization`, among those of persons.
public final class GroupName {
  /// Words of groups. A lower-case word in the middle that is no particle of a family name is
  /// another sign.
  private static final Pattern GROUP =
      Pattern.compile(
          "(?:^|.*[ (])(?:University|Institut|Institute|Organization|Organisation|Group|Consortium"
              + "|Collaboration|Committee|Association|Agency|Department|Ministry|Team|Society"
              + "|Foundation|Council|Center|Centre|Commission|Federation|Network|Laboratory"
              + "|Laboratories|Inc|Inc\\.|Ltd|Ltd\\.|GmbH|Company|Corporation|Investigators|for|of"
              + "|and|on|&)(?: .*|$)");

  private GroupName() {}

  /// Whether a name of several words is certainly that of a group.
  public static boolean is(String name) {
    return GROUP.matcher(name).matches();
  }
}
