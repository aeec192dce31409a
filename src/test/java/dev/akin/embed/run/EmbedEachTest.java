package dev.akin.embed.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Waiting;
import dev.akin.base.AkinException;
import dev.akin.base.Deadline;
import dev.akin.embed.Folders;
import dev.akin.embed.TinyModel;
import dev.akin.embed.model.Device;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Texts that somebody waits for.
class EmbedEachTest {
  private static final List<ModelText> MANY = Collections.nCopies(4_000, text("a b c a b c a b"));

  @TempDir private Path path;
  private Embedder embedder;

  @BeforeEach
  void open() {
    EmbedOptions options =
        new EmbedOptions(Device.CPU, 2, 8, null).withPatience(Duration.ofMillis(1));
    embedder =
        Embedder.open(
            Folders.tiny(path, TinyModel.giving(TinyModel.Output.STATES), c -> {}), options);
  }

  @AfterEach
  void close() {
    embedder.close();
  }

  private static ModelText text(String text) {
    return new ModelText(text, List.of());
  }

  private static float[] vector(EmbeddedText text) {
    return Objects.requireNonNull(text.embedding()).toArray();
  }

  /// A worker that has done its text counts it as left a moment later.
  private void awaitNothingWaiting() {
    Waiting.until(() -> embedder.waitingTokens() == 0);
  }

  @Test
  void areEmbeddedAsTextsAlone() {
    List<ModelText> texts = List.of(text("c a"), text("a a a a"), text("b"));
    List<EmbeddedText> each = embedder.embedEach(texts).await(Deadline.NEVER);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(vector(each.get(i))).isEqualTo(vector(embedder.embed(texts.get(i))));
    }
    awaitNothingWaiting();
  }

  @Test
  void areRefusedWhereTooManyWait() {
    PendingEmbeddings<EmbeddedText> running = embedder.embedEach(MANY);
    assertThatThrownBy(() -> embedder.embedEach(MANY))
        .isInstanceOfSatisfying(
            EmbedException.class, e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.BUSY));
    assertThat(running.await(Deadline.NEVER)).hasSize(MANY.size());
    assertThat(embedder.embedEach(List.of(text("a"))).await(Deadline.NEVER)).hasSize(1);
  }

  @Test
  void areGivenUpWhenTheDeadlinePasses() {
    // However fast a machine is, the last of them is never read.
    CompletableFuture<EmbeddedText> never = new CompletableFuture<>();
    List<CompletableFuture<EmbeddedText>> runs = new ArrayList<>(embedder.embedEach(MANY).runs());
    runs.add(never);
    assertThatThrownBy(() -> new PendingEmbeddings<>(runs).await(Deadline.in(Duration.ofMillis(1))))
        .isInstanceOfSatisfying(
            EmbedException.class, e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.LATE))
        .hasMessage("the texts were not read within 1 ms");
    awaitNothingWaiting();
    assertThat(never).isCancelled();
  }
}
