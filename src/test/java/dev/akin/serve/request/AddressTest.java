package dev.akin.serve.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressTest {
  private static final Address LIST =
      new Address(
          "/date/2024", Map.of("category", List.of("cs.CL", "cs.LG"), "after", List.of("x")));

  @Test
  void keepsItsParametersInTheOrderOfTheirNames() {
    assertThat(LIST).hasToString("/date/2024?after=x&category=cs.CL&category=cs.LG");
    assertThat(Address.of("/")).hasToString("/");
    assertThat(Address.of("/search").with("q", "a&b=c d")).hasToString("/search?q=a%26b%3Dc+d");
  }

  @Test
  void changesOneParameterAndKeepsTheOthers() {
    assertThat(LIST.without("after").withoutValue("category", "cs.CL").adding("category", "eess"))
        .hasToString("/date/2024?category=cs.LG&category=eess");
    assertThat(LIST.with("category", "q-bio").at("/")).hasToString("/?after=x&category=q-bio");
    assertThat(LIST.withoutValue("after", "x").parameters()).containsOnlyKeys("category");
  }

  @Test
  void endsWithAParameter() {
    assertThat(LIST.endingWith("category", "all")).isEqualTo("/date/2024?after=x&category=all");
    assertThat(Address.of("/v1/papers").endingWith("format", "atom"))
        .isEqualTo("/v1/papers?format=atom");
  }
}
