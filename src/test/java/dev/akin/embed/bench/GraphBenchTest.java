package dev.akin.embed.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.Folders;
import dev.akin.embed.TinyModel;
import dev.akin.embed.TinyModel.Output;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.rewrite.ModelRewrite;
import dev.akin.paper.Paper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphBenchTest {

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

  private static Paper paper(String title) {
    return Paper.of("id", title, "");
  }
}
