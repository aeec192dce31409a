package dev.akin.faults.job;

import dev.akin.faults.Commands;
import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A machine without a network, and folders that cannot be written or run from.
final class ReadOnlyHome implements Fault {
  private static final int UNAVAILABLE = 69;
  private static final double MAX_SECONDS = 30;

  private final List<String> figures = new ArrayList<>();
  private boolean survived = true;
  private long connects;

  @Override
  public String id() {
    return "R21";
  }

  @Override
  public String injected() {
    return "no network; home folder read-only; temporary folder read-only, and noexec";
  }

  @Override
  public String required() {
    return "works, or one line says which folder to set; no wait, no connection";
  }

  /// @param home whether it can be written
  /// @param temporary options of the disk in memory that the temporary folder is on
  /// @param cache whether DJL_CACHE_DIR names another folder
  /// @param says what the one line has, where it cannot work
  private record Machine(String name, String home, String temporary, boolean cache, String says) {}

  @Override
  public Outcome run(Setting setting) throws Exception {
    if (!Commands.has("unshare")
        || !Commands.succeeds("unshare", "-rnm", "mount", "-t", "tmpfs", "tmpfs", "/mnt")) {
      return new Outcome.Skipped("a user may not mount a disk in memory with unshare -rnm");
    }
    List<Machine> machines =
        List.of(
            new Machine("no network", "rw", "rw", false, ""),
            new Machine("home read-only", "ro", "rw", false, ""),
            new Machine("/tmp read-only", "rw", "ro", false, "set java.io.tmpdir"),
            new Machine("both read-only", "ro", "ro", false, "set DJL_CACHE_DIR"),
            new Machine("both, DJL_CACHE_DIR set", "ro", "ro", true, "set java.io.tmpdir"),
            new Machine("/tmp noexec", "rw", "rw,noexec", false, ""));
    for (Machine machine : machines) {
      tryOn(machine, setting);
    }
    return new Outcome.Seen(
        survived && connects == 0,
        machines.size(),
        String.join("; ", figures)
            + (Commands.has("strace") ? "; connections: " + connects : "; no strace here"));
  }

  private void tryOn(Machine machine, Setting setting) throws Exception {
    Path own = Files.createTempDirectory(setting.folder(), "machine-");
    Path home = Files.createDirectory(own.resolve("home"));
    Path temporary = Files.createDirectory(own.resolve("tmp"));
    Path papers = own.resolve("papers.jsonl");
    Files.writeString(papers, "{\"id\":\"a\",\"title\":\"Trees\"}\n");
    Path trace = own.resolve("trace");
    String mounts =
        "mount -t tmpfs -o %s tmpfs '%s' && mount -t tmpfs -o %s tmpfs '%s' && exec %s \"$@\""
            .formatted(
                machine.home(),
                home,
                machine.temporary(),
                temporary,
                Commands.has("strace")
                    ? "strace -f -qq -e trace=connect,sendto -o '" + trace + "'"
                    : "");
    Command start =
        Command.of(setting, "index", papers.toString(), "--index", own.resolve("index").toString())
            .under("unshare", "-rnm", "sh", "-c", mounts, "sh")
            .where(
                "AKIN_JAVA_OPTIONS",
                "-Duser.home=%s -Djava.io.tmpdir=%s".formatted(home, temporary))
            .where("HOME", home.toString())
            .where("DJL_CACHE_DIR", machine.cache() ? own.resolve("cache").toString() : "");
    Ended run = start.run();
    connects += connects(trace);
    boolean right =
        machine.says().isEmpty()
            ? run.code() == 0
            : run.code() == UNAVAILABLE && run.lastError().contains(machine.says());
    survived &= right && run.seconds() < MAX_SECONDS;
    figures.add(
        String.format(
            Locale.ROOT,
            "%s: %s, %.1f s%s",
            machine.name(),
            run.code() == 0 ? "works" : "exit " + run.code() + ", " + machine.says(),
            run.seconds(),
            right ? "" : " FAILED " + run.err().strip()));
  }

  private static long connects(Path trace) throws IOException {
    return Files.exists(trace)
        ? Files.readAllLines(trace, StandardCharsets.ISO_8859_1).stream()
            .filter(line -> line.contains("AF_INET"))
            .count()
        : 0;
  }
}
