package dev.akin.job.progress;

import dev.akin.harvest.Repository;
import org.jspecify.annotations.Nullable;

/// What a run did with one server.
///
/// @param source the name that the index has for it
/// @param url of the server
/// @param repository what the server says about itself; absent if it did not answer
/// @param done the counts of this source alone; its `commit` is the last one
/// @param reconciled whether papers that the server no longer has were looked for
/// @param failure why it could not be read to its end; absent if it could
public record SourceSummary(
    String source,
    String url,
    @Nullable Repository repository,
    JobSummary done,
    boolean reconciled,
    @Nullable String failure) {
  /// Whether papers that were withdrawn stay in the index, because the server does not say which
  /// they are, or not for long.
  public boolean keepsWithdrawn() {
    return repository != null
        && repository.deletions() != Repository.Deletions.PERSISTENT
        && !reconciled;
  }
}
