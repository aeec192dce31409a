package dev.akin.write.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.recommend.Answer;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.write.list.Lists;
import java.util.List;
import org.junit.jupiter.api.Test;

class NothingFoundTest {
  private static final Query LIKE = Query.of(new Example.LikePaper("q"));
  private static final Query PHRASE = Query.of(new Example.ForPhrase("zero knowledge"));

  @Test
  void saysWhyNothingWasFound() {
    List<Paper> paper = List.of(Paper.of("q", "Title", "Abstract"));
    assertThat(reason(LIKE, paper, 3)).isEqualTo("No other paper reaches the minimum similarity.");
    assertThat(reason(LIKE, List.of(Paper.of("q", "", "")), 0))
        .isEqualTo("This paper has no title and no abstract, so no related papers can be found.");
    assertThat(reason(LIKE, paper, 0))
        .isEqualTo("The index has no other paper to compare with this one.");
    assertThat(reason(PHRASE, List.of(), 0)).isEqualTo("No papers found.");
  }

  private static String reason(Query query, List<Paper> liked, int belowFloor) {
    return NothingFound.reason(
        new Answer(
            query,
            RecommendOptions.DEFAULT,
            liked,
            List.of(),
            List.of(),
            List.of(),
            belowFloor,
            false,
            false,
            null,
            null,
            Lists.INDEX),
        Messages.ENGLISH);
  }
}
