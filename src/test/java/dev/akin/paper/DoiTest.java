package dev.akin.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoiTest {
  @ParameterizedTest
  @CsvSource({
    "10.5555/Wool_1,10.5555/Wool_1",
    "https://doi.org/10.5555/wool,10.5555/wool",
    "http://dx.doi.org/10.5555/wool,10.5555/wool",
    "HTTPS://DOI.ORG/10.5555/Wool,10.5555/Wool",
    "doi:10.5555/wool,10.5555/wool",
    "DOI:  10.5555/wool,10.5555/wool",
    "not a doi,",
    "https://doi.example.org/10.5555/wool,10.5555/wool",
    "10.5555%2Fwool,10.5555/wool",
    "10.5555/wool.),10.5555/wool",
    "10.5555/wool(1),10.5555/wool(1)",
    "https://wool.example.org/doi/10.5555/wool/full?x=1,10.5555/wool",
    "10.1,",
    "N/A,",
    "\\href{https://doi.org/10.5555/wool}{10.5555/wool},10.5555/wool",
    "10.5555/wo\\_ol,10.5555/wo_ol",
    "10. 5555/wool,10.5555/wool",
    "<a>10.5555/wool</a>,10.5555/wool",
  })
  void takesWhatStandsInAFieldForDois(String field, String doi) {
    assertThat(Doi.ofField(field)).isEqualTo(doi);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "doi:", "https://doi.org/"})
  void findsNoneInAFieldThatIsEmpty(String field) {
    assertThat(Doi.ofField(field)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "10.5555/Wool_1,10.5555/Wool_1",
    "doi:10.5555/wool,10.5555/wool",
    "doi: 10.5555/wool,10.5555/wool",
    "http://dx.doi.org/10.5555/wool,10.5555/wool",
    "https://wool.example.org/10.5555/wool,",
    "https://wool.example.org/doi/abs/10.5555/wool,10.5555/wool",
    "10.5/wool,",
    "10.5555/,",
    "10.5555/two words,10.5555/two",
    "see 10.5555/wool,",
    "doi:,",
  })
  void tellsADoiFromOtherIdentifiers(String identifier, String doi) {
    assertThat(Doi.ofIdentifier(identifier)).isEqualTo(doi);
  }
}
