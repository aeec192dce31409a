package dev.akin.job;

import dev.akin.embed.Embedders;
import dev.akin.embed.model.Models;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

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
}
