package dev.akin.embed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.TinyModel.Output;
import dev.akin.paper.Paper;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphBenchTest {
  private static final Space PLANE = Space.of("plane", 2, Map.of());
  private static final Space OTHER = Space.of("other", 2, Map.of());

  @Test
  void saysWhyAGraphWasNotKept(@TempDir Path folder) {
    ModelFolder model = Folders.tiny(folder, TinyModel.giving(Output.STATES), card -> {});
    List<ModelRewrite.Outcome> outcomes = ModelRewrite.rewrite(model, 1);
    GraphBench.Subject subject = new GraphBench.Subject(model, null, EmbedOptions.onAllCores());
    List<Double> shares = new ArrayList<>();
    BenchedModel measured;
    try (GraphBench bench = GraphBench.open(subject, List.of(paper("a b")))) {
      measured = bench.measure(2, shares::add);
    }
    assertThat(measured.graphs()).extracting(BenchedGraph::name).containsExactly("published");
    assertThat(measured.published().timesPublished()).isEqualTo(1);
    assertThat(measured.published().agreement()).isNull();
    assertThat(measured.absent().keySet()).containsExactly("fp32", "balanced", "fast");
    assertThat(measured.absent().values())
        .containsOnly(String.valueOf(outcomes.getFirst().refused()))
        .noneMatch(why -> why.contains("akin models rewrite"));
    assertThat(shares).isSorted().endsWith(1.0).hasSize(2 + 10);
  }

  @Test
  void takesThePaperOfMiddleLengthAndItsFirstTwentyWords() {
    String words = String.join(" ", IntStream.rangeClosed(1, 30).mapToObj(i -> "w" + i).toList());
    BenchTexts texts = BenchTexts.of(List.of(paper(words + " " + words), paper("a"), paper(words)));
    assertThat(texts.middle().title()).isEqualTo(words);
    assertThat(texts.phrase()).startsWith("w1 w2 ").endsWith(" w19 w20");
    assertThat(BenchTexts.of(List.of(paper("a b"))).phrase()).isEqualTo("a b");
  }

  @Test
  void takesTheLeastValueThatIsNotBelowAShare() {
    List<Double> hundred = IntStream.rangeClosed(1, 100).mapToObj(i -> (double) (101 - i)).toList();
    assertThat(BenchTurns.quantile(hundred, 0.5)).isEqualTo(50);
    assertThat(BenchTurns.quantile(hundred, 0.99)).isEqualTo(99);
    assertThat(BenchTurns.quantile(List.of(3.0, 1.0, 2.0), 0.5)).isEqualTo(2);
    assertThat(BenchTurns.quantile(List.of(1.0, 7.0), 0.99)).isEqualTo(7);
  }

  @Test
  void comparesVectorsOfModelsOfOtherSpaces() {
    Agreement agreement =
        Objects.requireNonNull(
            Agreement.of(
                List.of(text(PLANE, 1, 0), without(PLANE), text(PLANE, 0, 1)),
                List.of(text(OTHER, 3, 4), without(OTHER), text(OTHER, 0, 2))));
    // cosines 3/5 and 1; coordinates differ by 2/5, 4/5, 0, 0
    assertThat(agreement.meanCosine()).isCloseTo(0.8, Offset.offset(1e-6));
    assertThat(agreement.leastCosine()).isCloseTo(0.6, Offset.offset(1e-6));
    assertThat(agreement.largestDifference()).isCloseTo(0.8, Offset.offset(1e-6));
  }

  @Test
  void comparesNothingWhereOneSideHasNoVector() {
    assertThat(Agreement.of(List.of(text(PLANE, 1, 0)), List.of(without(PLANE)))).isNull();
    assertThat(Agreement.of(List.of(without(PLANE)), List.of(without(PLANE)))).isNull();
  }

  private static Paper paper(String title) {
    return Paper.of("id", title, "");
  }

  private static EmbeddedText text(Space space, float... values) {
    return made(space, Embedding.normalize(space, values));
  }

  private static EmbeddedText without(Space space) {
    return made(space, null);
  }

  private static EmbeddedText made(Space space, @Nullable Embedding embedding) {
    return new EmbeddedText(embedding, SentenceEmbeddings.none(space), 1, false, false);
  }
}
