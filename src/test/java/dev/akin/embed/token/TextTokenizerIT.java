package dev.akin.embed.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.Folders;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelStore;
import dev.akin.embed.model.ModelText;
import dev.akin.paper.Paper;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The default model's tokenizer.
class TextTokenizerIT {
  private static final ModelFolder MODEL =
      new ModelStore(Folders.MODELS).find(ModelStore.DEFAULT_MODEL);

  @Test
  void eachTokenIsInItsSentenceAndSpecialTokensInNone() {
    Paper paper = Paper.of("1", "😀 𝒳 embeddings", "We 𝒳 cut. They heal!");
    // [CLS] · [UNK] [UNK] em ##bed ##ding ##s · we [UNK] cut . · they heal ! · [SEP]
    assertThat(sentences(MODEL.document(paper)))
        .containsExactly(-1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, -1);
    // [CLS] one [SEP]
    assertThat(sentences(MODEL.phrase("one"))).containsExactly(-1, 0, -1);
    assertThat(sentences(MODEL.document(""))).containsExactly(-1, -1);
  }

  @Test
  void accentsAndIdeographsMoveNoToken() {
    // [CLS] · poi ##nca ##re . · 中 文 . · it [SEP], whatever the pieces of the name are: as many
    // with and without an accent.
    List<Integer> plain = sentences(MODEL.document("Poincare. \u4e2d\u6587. It"));
    assertThat(sentences(MODEL.document("Poincar\u00e9. \u4e2d\u6587. It"))).isEqualTo(plain);
    assertThat(sentences(MODEL.document("Poincare\u0301. \u4e2d\u6587. It"))).isEqualTo(plain);
    assertThat(plain).endsWith(0, 1, 1, 1, 2, -1);
  }

  private static List<Integer> sentences(ModelText text) {
    try (TextTokenizer tokenizer = TextTokenizer.open(MODEL.path(), 512)) {
      TokenizedText tokenized = tokenizer.tokenize(text);
      return IntStream.range(0, tokenized.tokens())
          .mapToObj(token -> tokenized.sentences().of(token))
          .toList();
    }
  }
}
