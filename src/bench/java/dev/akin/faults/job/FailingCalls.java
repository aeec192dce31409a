package dev.akin.faults.job;

import dev.akin.faults.Commands;
import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The disk says of one write, sync or rename that it failed, and of the next that it did not.
final class FailingCalls implements Fault {
  private static final String CALLS =
      "fsync,fdatasync,rename,renameat,renameat2,write,pwrite64,writev,pwritev";

  private final List<String> wrong = new ArrayList<>();
  private int failures;
  private int silent;
  private int calls;

  @Override
  public String id() {
    return "R6";
  }

  @Override
  public String injected() {
    return "EIO or ENOSPC from an fsync, rename or write of the index, each in its own run";
  }

  @Override
  public String required() {
    return "exit 74, never done; the same command completes";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    if (!Commands.trace()) {
      return Outcome.NO_TRACE;
    }
    for (Change change : Change.all(setting)) {
      change.prepare();
      List<SystemCall> all = SystemCall.of(change.command(), change.index(), CALLS);
      Content after = Content.of(change.index());
      calls += all.size();
      for (SystemCall call : sample(all, setting)) {
        fail(change, call, setting.random().nextBoolean() ? "EIO" : "ENOSPC", after);
      }
    }
    return new Outcome.Seen(
        wrong.isEmpty(),
        failures,
        "%d of %d calls failed; %d times done all the same, %d wrong %s"
            .formatted(failures, calls, silent, wrong.size(), wrong));
  }

  /// Mostly syncs and renames: there are ten times as many writes.
  private static List<SystemCall> sample(List<SystemCall> all, Setting setting) {
    List<SystemCall> rare = new ArrayList<>(all);
    rare.removeIf(call -> call.name().contains("write"));
    List<SystemCall> writes = new ArrayList<>(all);
    writes.removeAll(rare);
    Collections.shuffle(rare, setting.random());
    Collections.shuffle(writes, setting.random());
    List<SystemCall> sample =
        new ArrayList<>(rare.subList(0, Math.min(rare.size(), setting.times(2, 1000))));
    sample.addAll(writes.subList(0, Math.min(writes.size(), setting.times(1, 1000))));
    return sample;
  }

  private void fail(Change change, SystemCall call, String error, Content after) throws Exception {
    change.prepare();
    Ended failed = call.fail(change.command(), change.index(), error);
    if (failed == null) {
      return;
    }
    failures++;
    silent += failed.code() == 0 ? 1 : 0;
    String found = found(change, failed, after);
    if (!found.isEmpty()) {
      wrong.add("%s, %s %s: %s".formatted(change.name(), error, call, found));
    }
  }

  /// What is wrong; empty if nothing is.
  private static String found(Change change, Ended failed, Content after) throws Exception {
    if (!failed.says(74, "akin: ", change.index().toString())) {
      return failed.toString();
    }
    return completes(change, after);
  }

  private static String completes(Change change, Content after) throws Exception {
    if (!Content.of(change.index()).isBetween(change.before(), after)) {
      return "neither old nor new";
    }
    Ended again = change.command().run();
    Content.Difference difference = Content.of(change.index()).since(after);
    List<String> leftovers = new IndexFolder(change.index()).leftovers();
    return again.code() == 0 && difference.isNone() && leftovers.isEmpty()
        ? ""
        : again + ", " + difference + ", left: " + leftovers;
  }
}
