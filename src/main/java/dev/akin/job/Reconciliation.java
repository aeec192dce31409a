package dev.akin.job;

import dev.akin.harvest.Harvest;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Removes the papers of a source that its server no longer has: many servers do not say which
/// records they deleted.
///
/// The server is asked for all its papers, whatever set was harvested, so that a paper which is
/// only in another set stays. The papers of other sources and of files stay, too. Papers that the
/// index got before it kept sources belong to this one if the server has ids of the same namespace,
/// such as `oai:wool.example`, and the index knows of no other harvest of this host.
final class Reconciliation {
  private final PaperIntake intake;
  private final String source;
  private final HarvestMemory memory;

  Reconciliation(PaperIntake intake, String source, HarvestMemory memory) {
    this.intake = intake;
    this.source = source;
    this.memory = memory;
  }

  /// Removes papers, and counts them.
  ///
  /// @param inputHadProblems whether a record could not be read; then nothing is removed
  /// @return whether they were looked for; false if stopped
  /// @throws dev.akin.read.record.ReadException if the server's list cannot be read to its end;
  ///   then nothing is removed
  boolean run(JobOptions.Prune prune, Harvest harvest, boolean inputHadProblems) {
    SeenIds there = new SeenIds();
    Set<String> namespaces = new HashSet<>();
    boolean complete =
        harvest.identifiers(
            id -> {
              there.add(id);
              namespaces.add(namespace(id));
            });
    if (!complete) {
      return false;
    }
    namespaces.remove("");
    if (memory.sharesHost()) {
      namespaces.clear();
    }
    Set<String> sources = memory.sources();
    List<PaperId> gone = new ArrayList<>();
    long[] all = {0};
    intake
        .writer()
        .papers(
            paper -> {
              if (belongs(paper, sources, namespaces)) {
                all[0]++;
                if (!there.contains(paper.id())) {
                  gone.add(paper.id());
                }
              }
            });
    intake.prune(
        prune, new Pruning.Gone(gone, all[0], " of " + source, "on the server"), inputHadProblems);
    return true;
  }

  private static boolean belongs(Paper paper, Set<String> sources, Set<String> namespaces) {
    String from = paper.holding().source();
    return from.isEmpty() ? namespaces.contains(namespace(paper.id())) : sources.contains(from);
  }

  /// Of `oai:wool.example:1` this is `oai:wool.example`; of other ids it is empty.
  private static String namespace(PaperId id) {
    int end = id.value().startsWith("oai:") ? id.value().indexOf(':', "oai:".length()) : -1;
    return end < 0 ? "" : id.value().substring(0, end);
  }
}
