package dev.akin.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.language.WordClasses.WordClass;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordClassesTest {
  @Test
  void knowsNounsAdjectivesVerbsAndPrepositions() {
    assertThat(
            new WordClasses()
                .of(List.of("we", "present", "a", "new", "method", "for", "parsing", ".")))
        .containsExactly(
            WordClass.OTHER,
            WordClass.VERB,
            WordClass.OTHER,
            WordClass.ADJECTIVE,
            WordClass.NOUN,
            WordClass.PREPOSITION,
            WordClass.NOUN,
            WordClass.OTHER);
  }

  @Test
  void knowsNoWordsInNothing() {
    assertThat(new WordClasses().of(List.of())).isEmpty();
  }
}
