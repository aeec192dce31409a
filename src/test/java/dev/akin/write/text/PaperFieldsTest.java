package dev.akin.write.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.paper.Paper;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.explain.Why;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.write.json.AnswerJson;
import dev.akin.write.json.PaperJson;
import dev.akin.write.list.Lists;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperFieldsTest {
  private static final Query QUERY = Query.of(new Example.LikePaper("q"));

  @Test
  void takesNamesOneByOneOrBetweenCommas() {
    PaperFields fields = PaperFields.of(List.of("title, doi", "authors"));
    assertThat(PaperFields.NAMES.stream().filter(fields::has))
        .containsExactly("title", "authors", "doi");
    assertThat(fields).isEqualTo(PaperFields.of(List.of("doi", "authors", "title", "doi")));
  }

  @Test
  void hasOneFormForTheSameFields() {
    assertThat(PaperFields.of(List.of("title,doi", "authors")).canonical())
        .isEqualTo("authors,doi,title");
    assertThat(PaperFields.ALL.canonical()).isEmpty();
    assertThat(PaperFields.of(List.of())).isEqualTo(PaperFields.ALL);
    assertThat(PaperFields.of(List.copyOf(PaperFields.NAMES)).canonical()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"year", "Title", "title,", "", "id"})
  void namesAnUnknownFieldAndThoseThatThereAre(String name) {
    assertThatThrownBy(() -> PaperFields.of(List.of(name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("unknown field \"")
        .hasMessageContaining("title, abstract, titleOnly, language, authors")
        .hasMessageContaining("id and rank are always there");
  }

  @Test
  void restrictsJsonButForRankIdAndWhy() {
    Why why = new Why(List.of(), null, List.of(), List.of(), List.of());
    Recommendation found =
        new Recommendation(1, Paper.of("p", "T", ""), 0.5, 1, 2.0, List.of(), why);
    PaperFields fields = PaperFields.of(List.of("cosine", "title"));
    assertThat(
            AnswerJson.of(Lists.answer(QUERY, List.of(), found), fields)
                .at("/results/0")
                .propertyNames())
        .containsExactly("rank", "id", "title", "cosine", "why");
    assertThat(PaperJson.of(found.paper(), fields).toString())
        .isEqualTo("{\"id\":\"p\",\"title\":\"T\"}");
    assertThat(
            AnswerJson.of(List.of(found.paper()), null, Lists.INDEX, fields)
                .path("results")
                .toString())
        .isEqualTo("[{\"id\":\"p\",\"title\":\"T\"}]");
  }

  @Test
  void knowsEveryFieldOfAnAnswer() {
    Paper paper = Lists.hostile().getFirst();
    Recommendation found = new Recommendation(1, paper, 0.5, 1, 2.0, List.of(paper.id()), null);
    assertThat(
            AnswerJson.of(Lists.answer(QUERY, List.of(), found)).at("/results/0").propertyNames())
        .allMatch(
            name -> PaperFields.NAMES.contains(name) || name.equals("rank") || name.equals("id"));
  }
}
