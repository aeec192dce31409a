package dev.akin.faults.job;

import dev.akin.faults.Commands;
import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Whatever changes an index is killed just when it renames, syncs, deletes or makes a file.
final class DeadlyCalls implements Fault {
  private static final String CALLS =
      "fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,rmdir,link,ftruncate";

  private final List<String> wrong = new ArrayList<>();
  private final List<String> points = new ArrayList<>();
  private int kills;

  @Override
  public String id() {
    return "R2";
  }

  @Override
  public String injected() {
    return "killed at a call that changes the index's folder, each in its own run";
  }

  @Override
  public String required() {
    return "the old state or the new one, wholly; the same command completes";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    if (!Commands.trace()) {
      return Outcome.NO_TRACE;
    }
    for (Change change : Change.all(setting)) {
      change.prepare();
      List<SystemCall> calls =
          new ArrayList<>(SystemCall.of(change.command(), change.index(), CALLS));
      Content after = Content.of(change.index());
      points.add("%s (%d)".formatted(change.name(), calls.size()));
      Collections.shuffle(calls, setting.random());
      for (SystemCall call : calls.subList(0, Math.min(calls.size(), setting.times(3, 1000)))) {
        kill(change, call, after);
      }
    }
    return new Outcome.Seen(
        wrong.isEmpty(),
        kills,
        "at calls of %s; %d wrong afterwards %s"
            .formatted(String.join(", ", points), wrong.size(), wrong));
  }

  private void kill(Change change, SystemCall call, Content after) throws Exception {
    change.prepare();
    Ended killed = call.kill(change.command());
    if (killed.code() != 128 + 9) {
      // The command did not get there this time.
      killed.well();
      return;
    }
    kills++;
    String found = found(change, after);
    if (!found.isEmpty()) {
      wrong.add("%s, %s: %s".formatted(change.name(), call, found));
    }
  }

  /// What is wrong; empty if nothing is.
  private static String found(Change change, Content after) throws Exception {
    Content left = Content.of(change.index());
    boolean whole =
        change.wholly()
            ? left.isSame(change.before()) || left.isSame(after)
            : left.isBetween(change.before(), after);
    if (!whole) {
      return "neither old nor new: " + left.since(after);
    }
    Ended again = change.command().run();
    if (again.code() != 0) {
      return again.toString();
    }
    Content.Difference difference = Content.of(change.index()).since(after);
    List<String> leftovers = new IndexFolder(change.index()).leftovers();
    return difference.isNone() && leftovers.isEmpty() ? "" : difference + ", left: " + leftovers;
  }
}
