package dev.akin.index.word;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.NamePattern;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorTermsTest {
  @Test
  void joinsTheFamilyNameWithEachGivenName() {
    assertThat(AuthorTerms.of("Zoë K. Søren-Müller"))
        .containsExactlyInAnyOrder(
            "soren muller",
            "soren muller,zoe",
            "soren muller,z",
            "soren muller,k",
            "muller",
            "muller,zoe",
            "muller,z",
            "muller,k");
  }

  @ParameterizedTest
  @CsvSource({
    // author, family name, given names, fits
    "Ada Lovelace,      lovelace,   '',      true",
    "Ada Lovelace,      LOVELACE,   ada,     true",
    "Ada Lovelace,      lovelace,   a,       true",
    "Ada Lovelace,      lovelace,   b,       false",
    "Ada Lovelace,      ada,        '',      false",
    "A. Lovelace,       lovelace,   ada,     true",
    "A. K. Lovelace,    lovelace,   bob,     false",
    "A. Vicky Lovelace, lovelace,   ada,     false",
    "Ada K. Lovelace,   lovelace,   ada,     true",
    "Jean-Paul Roe,     roe,        jean-paul, true",
    "J.G.C. de Souza,   de souza,   j,       true",
    "J.G.C. de Souza,   souza,      j,       true",
    "José Núñez,        nunez,      jose,    true",
    "Roe JA,            roe,        j,       true",
    "Bees Study Group,  group,      '',      false",
    "Bees Study Group,  bees study group, '', true",
    "王伟,                王伟,         '',      true",
  })
  void comparesAuthorsWithNames(String author, String family, String given, boolean fits) {
    List<String> names = given.isEmpty() ? List.of() : List.of(given);
    assertThat(Authors.mayBe(author, new NamePattern(family, names))).isEqualTo(fits);
  }
}
