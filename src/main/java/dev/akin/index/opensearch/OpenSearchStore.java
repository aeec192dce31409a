package dev.akin.index.opensearch;

import dev.akin.base.Deadline;
import dev.akin.index.opensearch.build.ClusterWriterOpener;
import dev.akin.index.opensearch.build.OpenSearchRebuild;
import dev.akin.index.opensearch.client.Cluster;
import dev.akin.index.opensearch.client.ClusterAddress;
import dev.akin.index.opensearch.client.ClusterOptions;
import dev.akin.index.opensearch.commit.ClusterHome;
import dev.akin.index.opensearch.document.LayoutOptions;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.PaperStore;
import dev.akin.index.store.Rebuild;
import dev.akin.index.store.Verification;
import dev.akin.index.store.VerifyOptions;
import dev.akin.vector.Space;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An index in an OpenSearch cluster.
public final class OpenSearchStore implements PaperStore {
  private final ClusterAddress address;
  private final ClusterOptions options;
  private final ClusterLayoutChoice layout;

  private OpenSearchStore(
      ClusterAddress address, ClusterOptions options, ClusterLayoutChoice layout) {
    this.address = address;
    this.options = options;
    this.layout = layout;
  }

  /// How an index is laid out when it is made.
  ///
  /// @param shards how many parts it has; absent for one for each node, up to 8
  /// @param replicas how many copies each part has beside the first; absent for 1 if there are two
  ///   nodes or more
  public record ClusterLayoutChoice(@Nullable Integer shards, @Nullable Integer replicas) {
    /// As many shards as nodes, up to 8, and one replica.
    public static final ClusterLayoutChoice USUAL = new ClusterLayoutChoice(null, null);

    /// Absent for the usual one.
    private @Nullable LayoutOptions of(ClusterHome home) {
      if (equals(USUAL)) {
        return null;
      }
      LayoutOptions usual = LayoutOptions.usual(home.dataNodes(Deadline.NEVER));
      return new LayoutOptions(
          shards == null ? usual.shards() : shards,
          replicas == null ? usual.replicas() : replicas,
          usual.links(),
          usual.buildBeam());
    }
  }

  /// The store at an address such as `opensearch://host:9200/akin` or `https://user@host/akin`.
  ///
  /// @throws IllegalArgumentException if the address has another form, or the password is missing
  public static OpenSearchStore at(
      String address, ClusterAccess access, ClusterLayoutChoice layout) {
    ClusterAddress parsed = ClusterAddress.parse(address);
    return new OpenSearchStore(parsed, access.options(parsed), layout);
  }

  /// For people and services, who rather hear at once that there is no answer.
  private Cluster cluster() {
    return Cluster.at(address, options);
  }

  /// For a job, which rather waits.
  private Cluster patientCluster() {
    return Cluster.at(address, options.patient(ClusterOptions.JOB_PATIENCE));
  }

  private <T> T asking(Function<ClusterHome, T> ask) {
    try (Cluster cluster = cluster()) {
      return ask.apply(new ClusterHome(cluster));
    }
  }

  @Override
  public List<Space> spaces() {
    return asking(
        home ->
            home.current(Deadline.NEVER)
                .map(build -> build.facts().commit().spaces())
                .orElse(List.of()));
  }

  @Override
  public OpenSearchIndex open(PaperIndex.Check check) {
    Cluster cluster = cluster();
    try {
      return new OpenSearchIndex(new ClusterHome(cluster));
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  @Override
  public PaperIndexWriter writer(List<Space> spaces) {
    return changing(
        home -> new ClusterWriterOpener(home, Clock.systemUTC()).open(spaces, layout.of(home)));
  }

  @Override
  public PaperIndexWriter writer() {
    return changing(home -> new ClusterWriterOpener(home, Clock.systemUTC()).openExisting());
  }

  @Override
  public Rebuild rebuild(List<Space> spaces) {
    return changing(
        home ->
            OpenSearchRebuild.open(
                home,
                () -> open(PaperIndex.Check.NEWEST),
                spaces,
                layout.of(home),
                Clock.systemUTC()));
  }

  /// @param open makes something that closes the home
  private <T> T changing(Function<ClusterHome, T> open) {
    ClusterHome home = new ClusterHome(patientCluster());
    try {
      return open.apply(home);
    } catch (RuntimeException e) {
      home.close();
      throw e;
    }
  }

  @Override
  public void abandonRebuilds() {
    asking(
        home -> {
          home.removeOthers(home.current(Deadline.NEVER).orElse(null));
          return true;
        });
  }

  @Override
  public Verification verify(VerifyOptions how) {
    try (OpenSearchIndex index = open(PaperIndex.Check.NOTHING);
        OpenSearchSnapshot snapshot = index.snapshot()) {
      return snapshot.verify(how);
    }
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
