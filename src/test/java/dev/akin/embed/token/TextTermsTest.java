package dev.akin.embed.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.TextSpan;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextTermsTest {
  // 0123456789012345678901234567890
  // query: Graph-cuts, GRAPH-CUTS heal
  private static final ModelText TEXT =
      new ModelText(
          "query: Graph-cuts, GRAPH-CUTS heal", List.of(new TextSpan(7, 18), new TextSpan(19, 34)));

  @Test
  void areTheDistinctWordsOfTheSentences() {
    // A special token, query and : of the template, graph, -, cut, ##s, the comma, the same, heal.
    int[] starts = {-1, 0, 5, 7, 12, 13, 16, 17, 19, 24, 30, -1};
    TextTerms terms = TextTerms.of(TEXT, starts, TokenGroups.of(starts, TEXT.sentences()));
    assertThat(terms.names()).containsExactly("graph-cuts", "heal");
    assertThat(terms.groups().count()).isEqualTo(3);
    assertThat(IntStream.range(0, starts.length).map(terms.groups()::of))
        .containsExactly(2, 2, 2, 0, 0, 0, 0, 2, 0, 0, 1, 2);
  }

  @Test
  void aWordWithoutATokenIsNone() {
    int[] starts = {-1, 30};
    TextTerms terms = TextTerms.of(TEXT, starts, TokenGroups.of(starts, TEXT.sentences()));
    assertThat(terms.names()).containsExactly("heal");
  }

  @Test
  void aTextWithoutTokensHasNone() {
    TextTerms terms = TextTerms.of(TEXT, new int[0], TokenGroups.of(new int[0], List.of()));
    assertThat(terms.names()).isEmpty();
    assertThat(terms.groups().count()).isEqualTo(1);
  }
}
