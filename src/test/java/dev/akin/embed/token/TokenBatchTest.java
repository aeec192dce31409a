package dev.akin.embed.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import dev.akin.embed.model.Batching;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenBatchTest {
  @Test
  void putsTextsOfOneLengthTogetherWhereNothingIsPadded() {
    assertThat(TokenBatch.cut(texts(3, 2, 3, 3, 2), 6, Batching.EQUAL))
        .extracting(TokenBatchTest::places)
        .containsExactly(List.of(0, 2), List.of(3), List.of(1, 4));
  }

  @Test
  void leavesEachTextAloneWhereItsVectorWouldDependOnOthers() {
    assertThat(TokenBatch.cut(texts(2, 2, 1), 100, Batching.ALONE))
        .extracting(TokenBatchTest::places)
        .containsExactly(List.of(0), List.of(1), List.of(2));
  }

  @Test
  void putsTextsOfOneLengthTogetherLongOnesFirst() {
    // 10 tokens a batch: 6 alone (two of 6 make 12), then 4 + 3 as 2 x 4 = 8 (three make 12), then
    // 2 + 1 as 2 x 2 = 4.
    assertThat(TokenBatch.cut(texts(2, 6, 3, 1, 4), 10, Batching.PADDED))
        .extracting(TokenBatchTest::places)
        .containsExactly(List.of(1), List.of(4, 2), List.of(0, 3));
  }

  @Test
  void keepsTheOrderOfEqualTexts() {
    assertThat(TokenBatch.cut(texts(2, 2, 2, 2), 4, Batching.PADDED))
        .extracting(TokenBatchTest::places)
        .containsExactly(List.of(0, 1), List.of(2, 3));
  }

  @Test
  void aTextBeyondTheBudgetIsABatchOfItsOwn() {
    assertThat(TokenBatch.cut(texts(1, 20, 1), 10, Batching.PADDED))
        .extracting(TokenBatchTest::places)
        .containsExactly(List.of(1), List.of(0, 2));
  }

  @Test
  void noTextsAreNoBatches() {
    assertThat(TokenBatch.cut(List.of(), 10, Batching.PADDED)).isEmpty();
  }

  @Test
  void aTextWithoutTokensIsOneTokenOfPadding() {
    List<TokenBatch> batches = TokenBatch.cut(texts(0, 0), 10, Batching.PADDED);
    assertThat(batches).extracting(TokenBatchTest::places).containsExactly(List.of(0, 1));
    assertThat(batches.getFirst().ids()).containsExactly(0, 0);
    assertThat(batches.getFirst().mask()).containsExactly(0, 0);
  }

  @Test
  void padsWithZerosOnTheRight() {
    TokenBatch batch =
        TokenBatch.cut(List.of(text(101, 102), text(101, 7, 8, 102)), 8, Batching.PADDED)
            .getFirst();
    assertThat(batch.size()).isEqualTo(2);
    assertThat(batch.width()).isEqualTo(4);
    assertThat(batch.ids()).containsExactly(101, 7, 8, 102, 101, 102, 0, 0);
    assertThat(batch.mask()).containsExactly(1, 1, 1, 1, 1, 1, 0, 0);
  }

  static LongStream seeds() {
    return Seed.several(50);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyTextOnceAndNoBatchBeyondTheBudget(long seed) {
    Random random = Seed.fixed(seed);
    int budget = 1 + random.nextInt(600);
    int[] lengths = random.ints(random.nextInt(300), 0, 513).toArray();
    List<TokenBatch> batches = TokenBatch.cut(texts(lengths), budget, Batching.PADDED);

    assertThat(batches.stream().flatMap(batch -> places(batch).stream()))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, lengths.length).boxed().toList());
    for (TokenBatch batch : batches) {
      assertThat(batch.size() == 1 || batch.size() * batch.width() <= budget).isTrue();
      assertThat(batch.members())
          .allSatisfy(
              member -> {
                assertThat(member.text().tokens()).isEqualTo(lengths[member.place()]);
                assertThat(member.text().tokens()).isLessThanOrEqualTo(batch.width());
              });
      assertThat(batch.ids()).hasSize(batch.size() * batch.width());
      assertThat(Arrays.stream(batch.mask()).sum())
          .isEqualTo(batch.members().stream().mapToLong(m -> m.text().tokens()).sum());
    }
    assertThat(batches)
        .isSortedAccordingTo((one, other) -> Integer.compare(other.width(), one.width()));
  }

  private static List<TokenizedText> texts(int... lengths) {
    return Arrays.stream(lengths).mapToObj(length -> text(new long[length])).toList();
  }

  private static TokenizedText text(long... ids) {
    return new TokenizedText(ids, TokenGroups.NONE, TextTerms.NONE, false, false);
  }

  private static List<Integer> places(TokenBatch batch) {
    return batch.members().stream().map(TokenBatch.Member::place).toList();
  }
}
