package dev.akin.index.opensearch.build;

import dev.akin.index.opensearch.commit.ClusterHome;
import dev.akin.index.opensearch.commit.ClusterHome.Build;
import dev.akin.index.opensearch.commit.IndexFacts;
import dev.akin.index.store.CommitData;
import dev.akin.index.store.SimilarityScale;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the mapping of a build says of its commits ([IndexFacts]), while it is written to.
final class ClusterCommits {
  private final ClusterHome home;
  private final Clock clock;
  private Build build;

  ClusterCommits(ClusterHome home, Build build, Clock clock) {
    this.home = home;
    this.build = build;
    this.clock = clock;
  }

  /// The build, as of the last commit.
  Build build() {
    return build;
  }

  /// The facts of the last commit.
  CommitData data() {
    return build.facts().commit();
  }

  /// What was counted for the last commit.
  ClusterHoldings counts() {
    IndexFacts facts = build.facts();
    return new ClusterHoldings(data().holdings(), facts.words(), facts.titles());
  }

  /// Says that a commit is being written.
  ///
  /// @return its number
  long begin() {
    IndexFacts facts = build.facts().whileWriting(data().commit() + 1);
    save(facts);
    return facts.writing();
  }

  /// Completes a commit: from now on readers see it.
  ///
  /// @param counts of what searches see
  void finish(ClusterHoldings counts, @Nullable SimilarityScale scale, Map<String, String> notes) {
    CommitData last = data();
    CommitData next =
        new CommitData(
            last.build(),
            last.commit() + 1,
            last.spaces(),
            counts.holdings(),
            scale,
            notes,
            clock.instant());
    save(new IndexFacts(next, build.facts().layout(), counts.words(), counts.titles(), 0, false));
  }

  private void save(IndexFacts facts) {
    build = new Build(build.index(), facts);
    home.save(build);
  }
}
