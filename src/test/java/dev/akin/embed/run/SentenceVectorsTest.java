package dev.akin.embed.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.Folders;
import dev.akin.embed.TinyModel;
import dev.akin.embed.model.Device;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.TextSpan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The vectors of sentences from a [TinyModel], which can be told by hand.
class SentenceVectorsTest {
  private static final byte[] STATES = TinyModel.giving(TinyModel.Output.STATES);
  private static final EmbedOptions OPTIONS = new EmbedOptions(Device.CPU, 2, 8, null);

  private final Path path;

  SentenceVectorsTest(@TempDir Path path) {
    this.path = path;
  }

  @Test
  void aSentenceIsTheMeanOfItsTokens() {
    // Tokens of the sentences "c a" and "b": (3, 1) + (1, 1) = (4, 2) and (2, 1), the same
    // direction,
    // rounded to (7, 4); "😀 c" is (0, 1) + (3, 1) = (3, 2), rounded to (7, 5).
    ModelText text =
        new ModelText(
            "a: c a b 😀 c",
            List.of(
                new TextSpan(3, 6), new TextSpan(7, 8), new TextSpan(9, 13), new TextSpan(2, 3)));
    for (String pooling : List.of("mean", "cls")) {
      ModelFolder model = Folders.tiny(path, STATES, card -> card.put("pooling", pooling));
      try (Embedder embedder = Embedder.open(model, OPTIONS)) {
        // The last sentence is inside the token ":", so that none begins in it.
        byte[] alone = {stored(7, 4), stored(7, 4), stored(7, 5), stored(0, 0)};
        assertThat(embedder.embed(text).sentences().toBytes()).containsExactly(alone);
        assertThat(
                embedder
                    .embed(List.of(new ModelText("a b c a b c a", List.of()), text))
                    .get(1)
                    .sentences()
                    .toBytes())
            .containsExactly(alone);
      }
    }
  }

  private static byte stored(int first, int second) {
    return (byte) (first + 8 + 16 * (second + 8));
  }

  @Test
  void aSentenceThatWasCutOffHasNoDirection() {
    ModelFolder model = Folders.tiny(path, STATES, card -> card.put("maxTokens", 2));
    try (Embedder embedder = Embedder.open(model, OPTIONS)) {
      // Two tokens are read: c and a of "c", "a b" and "b".
      ModelText text =
          new ModelText(
              "c a b b", List.of(new TextSpan(0, 1), new TextSpan(2, 5), new TextSpan(6, 7)));
      // (3, 1) is rounded to (7, 2); (1, 1) to (7, 7).
      assertThat(embedder.embed(text).sentences().toBytes())
          .containsExactly(stored(7, 2), stored(7, 7), stored(0, 0));
    }
  }

  @Test
  void sentencesWithoutDirectionAreZeros() {
    for (TinyModel.Output output : List.of(TinyModel.Output.ZEROS, TinyModel.Output.NAN)) {
      try (Embedder embedder =
          Embedder.open(Folders.tiny(path, TinyModel.giving(output), card -> {}), OPTIONS)) {
        ModelText text = new ModelText("a b", List.of(new TextSpan(0, 3)));
        assertThat(embedder.embed(text).sentences().toBytes()).containsExactly(stored(0, 0));
      }
    }
  }
}
