package dev.akin.index.opensearch.build;

import dev.akin.base.AkinException;
import dev.akin.base.Deadline;
import dev.akin.index.opensearch.client.WriterLease;
import dev.akin.index.opensearch.commit.ClusterHome;
import dev.akin.index.opensearch.commit.ClusterHome.Build;
import dev.akin.index.opensearch.document.LayoutOptions;
import dev.akin.index.store.IndexException;
import dev.akin.vector.Space;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Opens an index in a cluster for writing.
///
/// @param home is closed with the writer
///
/// @hidden public for its own room only
public record ClusterWriterOpener(ClusterHome home, Clock clock) {
  /// Creates the index if there is none.
  ///
  /// @param spaces of the vectors that will be added
  /// @param options of a new index; absent for the usual layout
  /// @throws IndexException if the index was made with other models, it is not akin's, or another
  ///   process writes to it
  public OpenSearchWriter open(List<Space> spaces, @Nullable LayoutOptions options) {
    return opened(
        lease -> {
          Optional<Build> current = home.current(Deadline.NEVER);
          return current.isPresent()
              ? existing(current.get(), spaces, lease)
              : created(spaces, options, lease);
        });
  }

  /// Opens the index whatever its models are.
  ///
  /// @throws IndexException if there is no index, or another process writes to it
  public OpenSearchWriter openExisting() {
    return opened(
        lease -> {
          Build current = home.requireCurrent(Deadline.NEVER);
          return existing(current, current.facts().commit().spaces(), lease);
        });
  }

  private OpenSearchWriter opened(Function<WriterLease, OpenSearchWriter> open) {
    WriterLease lease = WriterLease.take(home.cluster(), clock);
    try {
      OpenSearchWriter writer = open.apply(lease);
      writer.ownHome();
      return writer;
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  private OpenSearchWriter existing(Build build, List<Space> spaces, WriterLease lease) {
    Optional<String> mismatch = Space.mismatch(build.facts().commit().spaces(), spaces);
    if (mismatch.isPresent()) {
      throw new IndexException(
          AkinException.Kind.CONFIGURATION,
          "%s: %s; to embed its papers again, run: akin index --model %s"
              .formatted(
                  home.cluster().address(),
                  mismatch.get(),
                  spaces.stream().map(Space::model).collect(Collectors.joining(","))));
    }
    home.removeReplaced(build);
    OpenSearchWriter writer = new OpenSearchWriter(home, build, lease, clock);
    writer.mend();
    return writer;
  }

  /// A crash before the switch leaves an index without papers, which this deletes.
  private OpenSearchWriter created(
      List<Space> spaces, @Nullable LayoutOptions options, WriterLease lease) {
    home.removeOthers(null);
    OpenSearchWriter writer =
        new OpenSearchWriter(home, home.create(spaces, options, clock), lease, clock);
    writer.commit();
    home.switchTo(null, writer.target());
    return writer;
  }
}
