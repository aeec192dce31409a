package dev.akin.job;

import dev.akin.embed.Embedders;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Models;
import dev.akin.exchange.LoadedVectors;
import dev.akin.index.store.TextKey;
import dev.akin.job.progress.JobListener;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.TextVectors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What all parts of a job need.
///
/// @param models of the index
/// @param embedders of `models`; they are loaded only when a text has to be embedded
/// @param stopped whether the job was told to stop
record JobSetting(
    Models models,
    Supplier<Embedders> embedders,
    JobOptions options,
    JobListener listener,
    BooleanSupplier stopped) {
  boolean isStopped() {
    return stopped.getAsBoolean();
  }

  /// Whether texts can be embedded: always, unless there are vectors that were made before, and the
  /// models are not here.
  boolean mayEmbed() {
    return options.vectors() == null || models.folders().stream().allMatch(ModelFolder::hasFiles);
  }

  /// The vectors of a text that were made before; absent if there are none.
  @Nullable TextVectors made(TextKey text, PaperId id) {
    LoadedVectors vectors = options.vectors();
    return vectors == null ? null : vectors.find(text.value(), id.value());
  }

  /// A paper of the input was met.
  void met(Paper paper) {
    LoadedVectors vectors = options.vectors();
    if (vectors != null && !paper.withoutText()) {
      vectors.met(TextKeys.of(models.document(paper)).value(), paper.id().value());
    }
  }
}
