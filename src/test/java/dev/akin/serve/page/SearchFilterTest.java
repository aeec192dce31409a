package dev.akin.serve.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.ask.TypedQuery;
import dev.akin.ask.YearRange;
import dev.akin.serve.request.Address;
import org.junit.jupiter.api.Test;

class SearchFilterTest {
  private static final Address SEARCH = Address.of("/search").with("q", "sarcasm");

  @Test
  void isTypedAsTheBoxReadsIt() {
    Address filtered =
        SEARCH
            .with("from", "2020-05")
            .with("to", "2020")
            .adding("category", "cs.CL")
            .adding("category", "natural language processing")
            .with("author", "Ada \"Ada\" Roe");
    TypedQuery read = TypedQuery.read(SearchFilter.with("sarcasm", filtered));
    assertThat(read.words()).isEqualTo("sarcasm");
    assertThat(read.years()).isEqualTo(YearRange.of(2020));
    assertThat(read.categories()).containsExactly("cs.CL", "natural language processing");
    assertThat(read.authors()).containsExactly("Ada Ada Roe");
  }

  @Test
  void mayHaveOneEnd() {
    assertThat(SearchFilter.with("sarcasm", SEARCH)).isEqualTo("sarcasm");
    assertThat(SearchFilter.with("a", SEARCH.with("from", "2020"))).isEqualTo("a year:2020-");
    assertThat(SearchFilter.with("a", SEARCH.with("to", "2021"))).isEqualTo("a year:-2021");
  }
}
