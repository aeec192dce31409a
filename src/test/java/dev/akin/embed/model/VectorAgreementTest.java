package dev.akin.embed.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VectorAgreementTest {
  private static final Space PLANE = Space.of("plane", 2, Map.of());
  private static final Space OTHER = Space.of("other", 2, Map.of());

  @Test
  void comparesVectorsOfModelsOfOtherSpaces() {
    VectorAgreement agreement =
        Objects.requireNonNull(
            VectorAgreement.of(
                Arrays.asList(vector(PLANE, 1, 0), null, vector(PLANE, 0, 1)),
                Arrays.asList(vector(OTHER, 3, 4), null, vector(OTHER, 0, 2))));
    // cosines 3/5 and 1; coordinates differ by 2/5, 4/5, 0, 0
    assertThat(agreement.meanCosine()).isCloseTo(0.8, Offset.offset(1e-6));
    assertThat(agreement.leastCosine()).isCloseTo(0.6, Offset.offset(1e-6));
    assertThat(agreement.largestDifference()).isCloseTo(0.8, Offset.offset(1e-6));
  }

  @Test
  void comparesNothingWhereOneSideHasNoVector() {
    @Nullable Embedding none = null;
    assertThat(VectorAgreement.of(Arrays.asList(vector(PLANE, 1, 0)), Arrays.asList(none)))
        .isNull();
    assertThat(VectorAgreement.of(Arrays.asList(none), Arrays.asList(none))).isNull();
  }

  private static Embedding vector(Space space, float... values) {
    return Embedding.normalize(space, values);
  }
}
