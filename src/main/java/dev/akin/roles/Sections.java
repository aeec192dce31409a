package dev.akin.roles;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sections that authors mark in an abstract by a [Heading] in front of each.
///
/// A section goes on up to the next heading. In an abstract whose headings are all of one kind the
/// sections have no known end: then a heading speaks for its own sentence only, or for the next one
/// if it stands alone.
final class Sections {
  private static final Set<Role> ANY = EnumSet.allOf(Role.class);

  private Sections() {}

  /// The roles that each sentence may have; all of them where no heading says otherwise.
  static List<Set<Role>> of(List<String> sentences) {
    List<@Nullable Heading> headings = new ArrayList<>();
    Set<Set<Role>> kinds = new HashSet<>();
    for (String sentence : sentences) {
      Heading heading = Heading.of(sentence);
      headings.add(heading);
      if (heading != null) {
        kinds.add(heading.roles());
      }
    }
    boolean haveEnds = kinds.size() > 1;
    List<Set<Role>> roles = new ArrayList<>();
    Set<Role> section = ANY;
    boolean startsNow = false;
    for (int i = 0; i < sentences.size(); i++) {
      Heading heading = headings.get(i);
      if (heading != null) {
        section = heading.roles();
      } else if (!haveEnds && !startsNow) {
        section = ANY;
      }
      startsNow = heading != null && heading.isAlone(sentences.get(i));
      roles.add(section);
    }
    return roles;
  }
}
