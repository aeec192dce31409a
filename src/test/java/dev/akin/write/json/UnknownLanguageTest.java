package dev.akin.write.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.recommend.Answer;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.write.list.Lists;
import dev.akin.write.text.Messages;
import dev.akin.write.text.NothingFound;
import dev.akin.write.text.ScoreText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Answers to queries in a language that the model does not know.
class UnknownLanguageTest {
  private static final String NOTE =
      "The model does not know German, so papers are compared by their words alone.";

  private static Answer answer(@Nullable String unknown) {
    return new Answer(
        Query.of(new Example.LikePaper("q")),
        RecommendOptions.DEFAULT.withMode(Mode.LEXICAL),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        false,
        false,
        unknown,
        null,
        Lists.INDEX);
  }

  @Test
  void isNamedInJson() {
    assertThat(AnswerJson.of(answer("de")).path("unknownLanguage").asString()).isEqualTo("de");
    assertThat(AnswerJson.of(answer("de")).path("note").asString()).isEqualTo(NOTE);
    assertThat(AnswerJson.of(answer(null)).has("note")).isFalse();
  }

  @Test
  void isNamedForPeople() {
    assertThat(ScoreText.explain(answer("de"), Messages.ENGLISH)).startsWith(NOTE + " The number");
    assertThat(NothingFound.reason(answer("de"), Messages.ENGLISH))
        .isEqualTo("No papers found. " + NOTE);
    assertThat(ScoreText.explain(answer(null), Messages.ENGLISH)).startsWith("The number");
  }
}
