package dev.akin.faults.job;

import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// The job is killed again and again, and goes on each time with the same command.
final class Kills implements Fault {
  private static final int PAPERS = 1500;
  private static final long MAX_MILLIS = 20_000;
  private static final long MIN_MILLIS = 50;

  private final Set<String> acknowledged = new HashSet<>();
  private final Map<Phase, Integer> phases = new TreeMap<>();
  private final List<Double> lostSeconds = new ArrayList<>();
  private final List<Double> resumedSeconds = new ArrayList<>();
  private int kills;
  private int acknowledgements;
  private long lost;
  private long duplicated;

  /// When a kill came.
  private enum Phase {
    /// Before the first commit since the start.
    STARTING,
    /// While papers are missing.
    EMBEDDING,
    /// When all papers were committed, and the index is compacted and measured.
    CLOSING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String id() {
    return "R1";
  }

  @Override
  public String injected() {
    return "the job is killed at any moment, and the same command is run again";
  }

  @Override
  public String required() {
    return "no paper lost or twice, vectors as without a kill, new papers soon";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    Path papers =
        MadePapers.write(setting.folder().resolve("papers.jsonl"), 0, PAPERS, setting.random());
    Path whole = setting.folder().resolve("whole");
    Ended uninterrupted = Command.index(setting, papers, whole).run().well();
    Content right = Content.of(whole);
    IndexFolder folder = new IndexFolder(setting.folder().resolve("index"));
    Command job = Command.index(setting, papers, folder.path());
    int most = setting.times(12, 200);
    boolean same = true;
    while (kills < most) {
      if (endsByItself(job, folder, within(uninterrupted.took(), setting.random()))) {
        same &= Content.of(folder.path()).isSame(right);
        folder.delete();
        acknowledged.clear();
      }
    }
    Ended last = job.run();
    Content left = Content.of(folder.path());
    look(left);
    Ended verified = Command.of(setting, "verify", "--index", folder.path().toString()).run();
    Content.Difference difference = left.since(right);
    boolean survived =
        same
            && last.code() == 0
            && verified.code() == 0
            && lost + duplicated == 0
            && difference.isNone()
            && folder.leftovers().isEmpty();
    return new Outcome.Seen(survived, kills, figure(uninterrupted, difference, verified));
  }

  private static Duration within(Duration uninterrupted, Random random) {
    long most = Math.clamp(uninterrupted.toMillis(), MIN_MILLIS + 1, MAX_MILLIS);
    return Duration.ofMillis(random.nextLong(MIN_MILLIS, most));
  }

  /// Runs the job, and kills it after some time.
  private boolean endsByItself(Command job, IndexFolder folder, Duration time) throws Exception {
    Content before = Content.of(folder.path());
    // The first commit of an index has no papers.
    long old = Math.max(1, folder.newestCommit());
    boolean committed = false;
    try (Running running = job.start()) {
      Instant started = Instant.now();
      while (running.isAlive() && running.age().compareTo(time) < 0) {
        if (!committed && folder.newestCommit() > old) {
          committed = true;
          if (!before.papers().isEmpty() && before.papers().size() < PAPERS) {
            resumedSeconds.add(running.age().toMillis() / 1e3);
          }
        }
        Thread.sleep(5);
      }
      Instant killed = Instant.now();
      if (!running.kill()) {
        running.await().well();
        return true;
      }
      kills++;
      Content left = Content.of(folder.path());
      look(left);
      Instant safe = left.committedAt().isAfter(started) ? left.committedAt() : started;
      lostSeconds.add(Math.max(0, Duration.between(safe, killed).toMillis() / 1e3));
      phases.merge(phase(left, safe.equals(started)), 1, Integer::sum);
      return false;
    }
  }

  private static Phase phase(Content left, boolean nothingNew) {
    if (left.papers().size() == PAPERS) {
      return Phase.CLOSING;
    }
    return nothingNew ? Phase.STARTING : Phase.EMBEDDING;
  }

  /// What a reader sees is acknowledged from then on.
  private void look(Content seen) {
    lost += acknowledged.stream().filter(id -> !seen.ids().contains(id)).count();
    duplicated += seen.duplicated();
    acknowledged.addAll(seen.ids());
    acknowledgements += seen.papers().size();
  }

  private String figure(Ended uninterrupted, Content.Difference difference, Ended verified) {
    double perSecond = PAPERS / uninterrupted.seconds();
    return String.format(
        Locale.ROOT,
        "killed %s; %,d papers acknowledged after kills, %d lost, %d duplicated; beside a run of"
            + " %.1f s without a kill: %s; a kill cost %.1f s and some %.0f papers embedded twice"
            + " (median; at most %.1f s); a new paper %s s after a restart (3 wanted); akin verify %d",
        phases,
        acknowledgements,
        lost,
        duplicated,
        uninterrupted.seconds(),
        difference,
        Spread.of(lostSeconds).median(),
        Spread.of(lostSeconds).median() * perSecond,
        Spread.of(lostSeconds).most(),
        Spread.of(resumedSeconds),
        verified.code());
  }
}
