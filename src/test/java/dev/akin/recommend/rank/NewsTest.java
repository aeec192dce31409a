package dev.akin.recommend.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.store.PhrasePlace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The best paper has a relevance of 1.6; papers are near enough from a rarity of 2 on; papers have
/// three quarters of the words.
class NewsTest {
  private static final Candidate BEST = new Candidate(0, null, 0.75, 1.6);

  @ParameterizedTest
  @CsvSource({
    "TITLE,          0.1,  0,   1, true",
    "WORDS_IN_TITLE, 0.1,  0,   1, true",
    "ABSTRACT,       0.9,  0,   1, true",
    "ABSTRACT,       0.87, 9,   1, false",
    ",               1.45, 2,   1, true",
    ",               1.45, 1.9, 1, false",
    ",               1.43, 9,   1, false",
    ",               1.45, 3.4, 0.6, false",
    ",               1.45, 3.5, 0.6, true",
    ",               1.45, ,    0.6, true"
  })
  void holdThePapersThatAreAboutThePhrase(
      @Nullable PhrasePlace place,
      double relevance,
      @Nullable Double rarity,
      double known,
      boolean expected) {
    Candidate candidate = new Candidate(1, null, 0.75, relevance);
    News news =
        News.of(
            List.of(BEST.at(PhrasePlace.ABSTRACT), candidate),
            known,
            2,
            asked -> asked.paper() == 1 ? rarity : null);
    assertThat(news.test(place == null ? candidate : candidate.at(place))).isEqualTo(expected);
  }
}
