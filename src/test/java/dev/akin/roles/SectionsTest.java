package dev.akin.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SectionsTest {
  private static final Set<Role> ANY = EnumSet.allOf(Role.class);
  private static final Set<Role> PROBLEM = Set.of(Role.PROBLEM);
  private static final Set<Role> METHOD = Set.of(Role.METHOD);
  private static final Set<Role> RESULT = Set.of(Role.RESULT);

  @Test
  void goOnToTheNextHeading() {
    assertThat(
            Sections.of(
                List.of(
                    "Birds sing.",
                    "Methods: We counted birds.",
                    "We did so for a year.",
                    "Results.",
                    "They sang.",
                    "All of them.")))
        .containsExactly(ANY, METHOD, METHOD, RESULT, RESULT, RESULT);
  }

  @Test
  void haveNoKnownEndIfAllHeadingsAreOfOneKind() {
    assertThat(Sections.of(List.of("Motivation: Birds sing.", "We counted birds.", "They sang.")))
        .containsExactly(PROBLEM, ANY, ANY);
    assertThat(Sections.of(List.of("Objective.", "We count birds.", "They sang.")))
        .containsExactly(PROBLEM, PROBLEM, ANY);
    assertThat(Sections.of(List.of("They sing.", "Conclusion: They sang.", "They will sing.")))
        .containsExactly(ANY, RESULT, ANY);
  }

  @Test
  void areOpenWithoutHeadings() {
    assertThat(Sections.of(List.of("Birds sing.", "We counted birds."))).containsExactly(ANY, ANY);
    assertThat(Sections.of(List.of())).isEmpty();
  }
}
