package dev.akin.faults.job;

import dev.akin.faults.Fault;
import java.util.List;

/// What the batch job and its index have to survive.
public final class JobFaults {
  /// In the order in which they are brought about.
  public static final List<Fault> ALL =
      List.of(
          new Kills(),
          new DeadlyCalls(),
          new SmallDisks(),
          new FailingCalls(),
          new ReadOnlyDisk(),
          new DamagedFiles(),
          new SecondWriter(),
          new SnapshotsMeanwhile(),
          new DamagedModels(),
          new ReadOnlyHome(),
          new MemoryGrowth(),
          new MalformedFile(),
          new GiantInput(),
          new HostileParsing());

  private JobFaults() {}
}
