package dev.akin.report.topic;

import dev.akin.report.corpus.NeighborGraph;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The communities of a graph, as many as suit its size.
///
/// The number wished for is that of the papers to the power of three eighths: 8 for 240 papers, 60
/// for 54,000. The resolution that gives about as many is found by halving its logarithm's range.
/// Communities of fewer papers than a twentieth of the usual, or than three, are merged into the
/// one they are bound to most; what is bound to none is in no community.
final class Communities {
  /// How many resolutions are tried at most.
  private static final int TRIES = 8;

  private static final double MIN_RESOLUTION = 1.0 / 16;
  private static final double MAX_RESOLUTION = 16;

  /// How near the wished number is near enough.
  private static final double NEAR = 0.08;

  /// How far the number may be from the wished before the resolution of a previous report is given
  /// up.
  private static final double FAR = 1.5;

  /// What the quality must gain before communities of a previous report are changed.
  private static final double GAIN = 0.001;

  private final LeidenNetwork network;
  private final double wished;
  private final int fewest;

  private Communities(NeighborGraph graph) {
    this.network = new LeidenNetwork(graph);
    this.wished = Math.max(1, StrictMath.pow(graph.nodes(), 0.375));
    this.fewest = (int) Math.max(3, Math.round(graph.nodes() / wished / 20));
  }

  /// What was found.
  static final class Found {
    private final int[] of;
    private final double resolution;

    /// Takes over an array.
    ///
    /// @param of the community of each row; -1 for none
    /// @param resolution that was used
    Found(int[] of, double resolution) {
      this.of = of;
      this.resolution = resolution;
    }

    /// The community of each row; -1 for none. Not to be written to.
    int[] of() {
      return of;
    }

    double resolution() {
      return resolution;
    }
  }

  /// Finds them.
  ///
  /// @param start the communities to begin with and their resolution; absent to begin with none
  static Found in(NeighborGraph graph, @Nullable Found start) {
    if (graph.edges() == 0) {
      int[] none = new int[graph.nodes()];
      Arrays.fill(none, -1);
      return new Found(none, start == null ? 1 : start.resolution());
    }
    Communities communities = new Communities(graph);
    Found found = start == null ? communities.search() : communities.from(graph, start);
    return communities.withoutCrumbs(found);
  }

  private Found search() {
    double low = StrictMath.log(MIN_RESOLUTION);
    double high = StrictMath.log(MAX_RESOLUTION);
    Found best = null;
    for (int tried = 0; tried < TRIES && (best == null || off(best) > NEAR); tried++) {
      double middle = (low + high) / 2;
      double resolution = StrictMath.exp(middle);
      Found found = new Found(network.find(resolution), resolution);
      if (best == null || off(found) < off(best)) {
        best = found;
      }
      if (count(found) < wished) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Objects.requireNonNull(best);
  }

  private Found from(NeighborGraph graph, Found start) {
    int[] old = new NearestCommunity(graph, start.of()).joined();
    Found moved = new Found(network.improve(old, start.resolution()), start.resolution());
    if (off(moved) > FAR - 1) {
      return search();
    }
    double gain = quality(withoutCrumbs(moved)) - quality(new Found(old, start.resolution()));
    return gain < GAIN ? new Found(old, start.resolution()) : moved;
  }

  private double quality(Found found) {
    return network.quality(singles(found.of()), found.resolution());
  }

  /// Each paper of no community as one of its own.
  private static int[] singles(int[] of) {
    int[] singles = of.clone();
    int next = Arrays.stream(of).max().orElse(-1) + 1;
    for (int row = 0; row < singles.length; row++) {
      if (singles[row] < 0) {
        singles[row] = next++;
      }
    }
    return singles;
  }

  /// By which share the number of communities misses the wished one.
  private double off(Found found) {
    double times = count(found) / wished;
    return Math.max(times, 1 / times) - 1;
  }

  private int count(Found found) {
    return (int) Arrays.stream(sizes(found.of())).filter(size -> size >= fewest).count();
  }

  private static int[] sizes(int[] of) {
    int[] sizes = new int[Arrays.stream(of).max().orElse(-1) + 1];
    for (int community : of) {
      if (community >= 0) {
        sizes[community]++;
      }
    }
    return sizes;
  }

  private Found withoutCrumbs(Found found) {
    int[] merged = network.withoutCrumbs(singles(found.of()), found.resolution(), fewest);
    int[] sizes = sizes(merged);
    int[] of =
        Arrays.stream(merged)
            .map(community -> sizes[community] < fewest ? -1 : community)
            .toArray();
    return new Found(of, found.resolution());
  }
}
