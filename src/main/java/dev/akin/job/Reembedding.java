package dev.akin.job;

import com.carrotsearch.hppc.IntArrayList;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.Rebuild;
import dev.akin.paper.PaperId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Hands the papers of the current build to the run that makes a new one.
///
/// @param intake writes to the new build
record Reembedding(Rebuild build, PaperIntake intake) {
  /// Takes over all papers, and deletes those that the new build has from an earlier try and the
  /// old build no longer has.
  ///
  /// In memory are the numbers of all papers (4 bytes each, up to 10 while they are collected) and
  /// the hashes of their ids ([SeenIds]).
  void takeOver(BooleanSupplier stopped) {
    IndexSnapshot old = build.old();
    IntArrayList papers = new IntArrayList();
    old.scan(papers::add);
    SeenIds there = new SeenIds();
    for (int i = 0; i < papers.size() && !stopped.getAsBoolean(); i++) {
      there.add(old.id(papers.get(i)));
      intake.takeOver(old.paper(papers.get(i)), (i + 1) / (double) papers.size());
    }
    if (!stopped.getAsBoolean()) {
      intake.settle();
    }
    if (!stopped.getAsBoolean()) {
      gone(there).forEach(build.writer()::delete);
    }
  }

  private List<PaperId> gone(SeenIds there) {
    List<PaperId> gone = new ArrayList<>();
    build
        .writer()
        .scan(
            id -> {
              if (!there.contains(id)) {
                gone.add(id);
              }
            });
    return gone;
  }
}
