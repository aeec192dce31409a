package dev.akin.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceFeaturesTest {
  private static final String BIRDS = "Birds sing.";
  private static final String COUNT = "We count 17 birds.";

  private static SentenceFeatures of(int sentence, String... sentences) {
    return SentenceFeatures.of(List.of(sentences)).get(sentence);
  }

  private static boolean same(SentenceFeatures one, SentenceFeatures other) {
    return Arrays.equals(one.main(), other.main()) && Arrays.equals(one.minor(), other.minor());
  }

  @Test
  void doNotDependOnCaseNumbersAndWhiteSpace() {
    assertThat(same(of(0, COUNT), of(0, "we  COUNT\t4 birds ."))).isTrue();
  }

  @Test
  void dependOnWordsAndTheirOrder() {
    assertThat(same(of(0, BIRDS), of(0, "Birds sang."))).isFalse();
    assertThat(same(of(0, "They and birds sing here"), of(0, "They and sing birds here")))
        .isFalse();
  }

  @Test
  void dependOnTheNeighborsWordsButNotOnOthers() {
    assertThat(same(of(0, BIRDS, BIRDS, BIRDS), of(0, BIRDS, BIRDS, "They sing."))).isTrue();
    assertThat(of(0, BIRDS, BIRDS).minor()).isNotEqualTo(of(0, BIRDS, "No.").minor());
    assertThat(of(1, BIRDS, BIRDS).minor()).isNotEqualTo(of(1, "No.", BIRDS).minor());
  }

  @Test
  void dependOnWhetherTheAuthorsSpeakElsewhere() {
    assertThat(of(0, BIRDS, BIRDS, BIRDS).main()).isNotEqualTo(of(0, BIRDS, BIRDS, COUNT).main());
    assertThat(of(2, BIRDS, BIRDS, BIRDS).main()).isNotEqualTo(of(2, COUNT, BIRDS, BIRDS).main());
    assertThat(of(0, BIRDS, BIRDS, COUNT).main())
        .isEqualTo(of(0, BIRDS, BIRDS, "This paper counts birds.").main());
  }

  @Test
  void areEachThereOnce() {
    int[] own = of(0, "bird bird bird bird bird bird").main();
    assertThat(own).doesNotHaveDuplicates();
  }
}
