package dev.akin.embed.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelText;
import dev.akin.paper.Paper;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The vectors of sentences from the default model.
class SentenceVectorsIT extends DefaultModelTests {
  @Test
  void aSentenceOfAPaperIsLikeTheSameSentenceAlone() {
    String galaxies = "A survey of 𝒵 galaxies at high redshift.";
    ModelText text =
        model.document(Paper.of("1", "😀 On 𝒢raphs", EmbedderIT.GRAPHS + " " + galaxies));
    SentenceEmbeddings sentences = embedder.embed(text).sentences();
    assertThat(sentences.count()).isEqualTo(3);
    assertThat(sentences.cosine(1, embedding(EmbedderIT.GRAPHS))).isGreaterThan(0.7);
    assertThat(sentences.cosine(2, embedding(galaxies))).isGreaterThan(0.7);
    assertThat(sentences.cosine(1, embedding(galaxies))).isLessThan(0.5);
    assertThat(sentences.cosine(2, embedding(EmbedderIT.GRAPHS))).isLessThan(0.5);
  }

  @Test
  void theSentenceOfATitleIsThatOfTheTitleAlone() {
    Paper paper = Paper.of("1", "Graph cuts of galaxies", EmbedderIT.GRAPHS);
    ModelFolder titled = model.withTitleWeight(0.5);
    try (Embedder other = Embedder.open(titled, EmbedOptions.onAllCores())) {
      SentenceEmbeddings sentences = other.embed(titled.document(paper)).sentences();
      Paper title = Paper.of("1", paper.title(), "");
      SentenceEmbeddings alone = other.embed(titled.document(title)).sentences();
      SentenceEmbeddings once = other.embed(titled.inOnePass().document(paper)).sentences();
      assertThat(sentences.cosine(0, alone, 0)).isCloseTo(1, within(1e-3));
      assertThat(once.cosine(0, alone, 0)).isLessThan(0.99);
      assertThat(sentences.cosine(1, once, 1)).isCloseTo(1, within(1e-3));
    }
  }

  @Test
  void sentencesBehindTheModelsTokensAreNotSeen() {
    // Three tokens each, so that 510 tokens are 170 of them.
    EmbeddedText embedded = embedder.embed(model.document("Graph cuts. ".repeat(200)));
    SentenceEmbeddings sentences = embedded.sentences();
    assertThat(embedded.truncated()).isTrue();
    assertThat(sentences.count()).isEqualTo(200);
    assertThat(sentences.cosine(169, sentences, 169)).isCloseTo(1, within(1e-9));
    assertThat(sentences.cosine(170, sentences, 170)).isZero();
  }

  @Test
  void theSentencesOfATextDoNotDependOnItsBatch() {
    List<ModelText> documents =
        EmbedderIT.textsOfManyLengths().stream()
            .map(text -> model.document(text.replace(" the ", ". The ")))
            .toList();
    List<EmbeddedText> together = embedder.embed(documents);
    for (int i = 0; i < documents.size(); i++) {
      SentenceEmbeddings alone = embedder.embed(documents.get(i)).sentences();
      SentenceEmbeddings batched = together.get(i).sentences();
      assertThat(batched.count()).isEqualTo(documents.get(i).sentences().size());
      for (int sentence = 0; sentence < alone.count(); sentence++) {
        // 1, or 0 where it was cut off.
        double same = alone.cosine(sentence, alone, sentence);
        assertThat(batched.cosine(sentence, alone, sentence)).isCloseTo(same, within(1e-4));
      }
    }
  }

  @Test
  void theOnlySentenceOfATextIsNearlyTheText() {
    // The text's vector counts [CLS] and [SEP] too.
    EmbeddedText embedded = embedder.embed(model.phrase(EmbedderIT.GRAPHS));
    assertThat(embedded.sentences().count()).isEqualTo(1);
    assertThat(embedded.sentences().cosine(0, Objects.requireNonNull(embedded.embedding())))
        .isGreaterThan(0.97);
  }

  private static Embedding embedding(String text) {
    return Objects.requireNonNull(embedder.embed(new ModelText(text, List.of())).embedding());
  }
}
