package dev.akin.report.topic;

import dev.akin.report.corpus.NeighborGraph;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The communities of a graph. Their number fits the size of the corpus.
///
/// The target number is 0.7 times the square root of the number of papers, at most 60 and at most
/// one for every 40 papers, or the number to the power of three eighths if that is more: 8 for 256
/// papers, 31 for 2,000, 60 for 7,300 to 54,000, 178 for a million. The resolution that gives about
/// this number is found by bisecting its logarithm. A community with fewer than three papers, or
/// with fewer than a twentieth of the mean size, is merged into the community that it has the
/// heaviest edges to. If it has edges to none, its papers are in no community.
final class Communities {
  /// How many resolutions are tried at most.
  private static final int MAX_TRIES = 8;

  private static final double MIN_RESOLUTION = 1.0 / 16;
  private static final double MAX_RESOLUTION = 16;

  /// A number of communities is accepted if it misses the target by at most this share.
  private static final double TOLERANCE = 0.08;

  /// The resolution of a previous report is kept if the number misses the target by at most this
  /// share.
  private static final double PREVIOUS_TOLERANCE = 0.5;

  /// The communities of a previous report are changed only if the quality gains at least this much.
  private static final double MIN_GAIN = 0.001;

  /// The target is this part of the square root of the number of papers, up to so many topics, and
  /// one for so many papers.
  private static final double OF_SQUARE_ROOT = 0.7;

  private static final int SQUARE_ROOT_UP_TO = 60;
  private static final double PAPERS_OF_ONE = 40;

  private final LeidenNetwork network;
  private final double target;
  private final int minPapers;

  private Communities(NeighborGraph graph, int papers) {
    this.network = new LeidenNetwork(graph);
    this.target = target(papers);
    this.minPapers = (int) Math.max(3, Math.round(graph.nodes() / target / 20));
  }

  private static double target(int papers) {
    double most = Math.min(SQUARE_ROOT_UP_TO, papers / PAPERS_OF_ONE);
    return Math.max(
        StrictMath.pow(papers, 0.375), Math.min(most, OF_SQUARE_ROOT * Math.sqrt(papers)));
  }

  /// Communities, and the resolution with which they were found.
  static final class Found {
    private final int[] of;
    private final double resolution;

    /// @param of the community of each row, -1 for none; not copied
    /// @param resolution the resolution that was used
    Found(int[] of, double resolution) {
      this.of = of;
      this.resolution = resolution;
    }

    /// The community of each row; -1 for none. Do not write to it.
    int[] of() {
      return of;
    }

    double resolution() {
      return resolution;
    }
  }

  /// Finds communities.
  ///
  /// @param papers how many papers the corpus has that the graph is of; the number of communities
  ///   fits it
  /// @param start communities to start from, and their resolution; absent to start from none
  static Found in(NeighborGraph graph, int papers, @Nullable Found start) {
    if (graph.edges() == 0) {
      int[] none = new int[graph.nodes()];
      Arrays.fill(none, -1);
      return new Found(none, start == null ? 1 : start.resolution());
    }
    Communities communities = new Communities(graph, papers);
    Found found = start == null ? communities.search() : communities.from(graph, start);
    return communities.withoutSmall(found);
  }

  private Found search() {
    double low = StrictMath.log(MIN_RESOLUTION);
    double high = StrictMath.log(MAX_RESOLUTION);
    Found best = null;
    for (int tried = 0; tried < MAX_TRIES && (best == null || miss(best) > TOLERANCE); tried++) {
      double middle = (low + high) / 2;
      double resolution = StrictMath.exp(middle);
      Found found = new Found(network.find(resolution), resolution);
      if (best == null || miss(found) < miss(best)) {
        best = found;
      }
      if (count(found) < target) {
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
    if (miss(moved) > PREVIOUS_TOLERANCE) {
      return search();
    }
    double gain = quality(withoutSmall(moved)) - quality(new Found(old, start.resolution()));
    return gain < MIN_GAIN ? new Found(old, start.resolution()) : moved;
  }

  private double quality(Found found) {
    return network.quality(singles(found.of()), found.resolution());
  }

  /// The same communities, in which each paper that was in none is a community of its own.
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

  /// By which share the number of communities misses the target.
  private double miss(Found found) {
    double times = count(found) / target;
    return Math.max(times, 1 / times) - 1;
  }

  private int count(Found found) {
    return (int) Arrays.stream(sizes(found.of())).filter(size -> size >= minPapers).count();
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

  private Found withoutSmall(Found found) {
    int[] merged = network.withoutSmall(singles(found.of()), found.resolution(), minPapers);
    int[] sizes = sizes(merged);
    int[] of =
        Arrays.stream(merged)
            .map(community -> sizes[community] < minPapers ? -1 : community)
            .toArray();
    return new Found(of, found.resolution());
  }
}
