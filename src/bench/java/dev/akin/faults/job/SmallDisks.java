package dev.akin.faults.job;

import dev.akin.faults.Commands;
import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The job on disks that are too small, or just large enough, and then get larger. They are in
/// memory, and only the job sees them.
final class SmallDisks implements Fault {
  private static final double SMALLEST = 0.5;
  private static final double LARGEST = 3;
  private static final double MAX_PEAK = 2.2;
  private static final Pattern FREE = Pattern.compile("\\d+ MB free");

  /// Makes the disk, runs the job, keeps what it left, makes the disk larger and runs it again.
  private static final String SCRIPT =
      """
      disk=$0 kept=$1 size=$2; shift 2
      mount -t tmpfs -o size=$size tmpfs "$disk" || exit 99
      "$@" 2> "$kept/first"; echo $? > "$kept/code"
      cp -r "$disk" "$kept/left"
      mount -o remount,size=1g "$disk" || exit 99
      "$@"
      code=$?
      cp -r "$disk" "$kept/end"
      exit $code
      """;

  /// Says how much of the disk is used, as long as the job runs.
  private static final String WATCHED =
      """
      disk=$0 kept=$1 used=$2; shift 2
      mount -t tmpfs -o size=1g tmpfs "$disk" || exit 99
      while :; do df -B1 --output=used "$disk" | tail -n 1; sleep 0.01; done > "$used" &
      "$@"
      code=$?
      kill $!
      cp -r "$disk/index" "$kept"
      exit $code
      """;

  private final List<String> wrong = new ArrayList<>();
  private int full;
  private int lost;
  private int acknowledged;
  private double leftover;

  @Override
  public String id() {
    return "R4";
  }

  @Override
  public String injected() {
    return "the job on disks of 0.5 to 3 times the index's size, which then get larger";
  }

  @Override
  public String required() {
    return "exit 74 and one line with directory and free space; then it completes, nothing lost";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    if (!Commands.mount()) {
      return Outcome.NO_MOUNT;
    }
    Path disk = Files.createDirectory(setting.folder().resolve("disk"));
    int count = setting.times(400, 1500);
    Path papers =
        MadePapers.write(setting.folder().resolve("papers.jsonl"), 0, count, setting.random());
    Command job = Command.index(setting, papers, disk.resolve("index"));
    IndexFolder whole = new IndexFolder(setting.folder().resolve("whole"));
    long peak = watch(setting, disk, job, whole.path());
    Content right = Content.of(whole.path());
    int sizes = setting.times(5, 20);
    for (int i = 0; i < sizes; i++) {
      double factor = SMALLEST + i * (LARGEST - SMALLEST) / (sizes - 1);
      Path kept = Files.createDirectory(setting.folder().resolve("kept" + i));
      long size = (long) (factor * whole.sizeBytes());
      Ended end = job.script(SCRIPT, disk.toString(), kept.toString(), Long.toString(size));
      String found = found(kept, disk, end, right, whole);
      if (!found.isEmpty()) {
        wrong.add("%.1f times: %s".formatted(factor, found));
      }
    }
    double peakFactor = peak / (double) whole.sizeBytes();
    return new Outcome.Seen(
        wrong.isEmpty() && lost == 0,
        full,
        String.format(
            Locale.ROOT,
            "%d sizes, %d too small; %d papers acknowledged on them, %d lost; %d wrong %s; at most"
                + " %.2f times the bytes of a run with room; peak %.2f times the size in the end"
                + " (%s wanted)",
            sizes,
            full,
            acknowledged,
            lost,
            wrong.size(),
            wrong,
            leftover,
            peakFactor,
            MAX_PEAK));
  }

  private static long watch(Setting setting, Path disk, Command job, Path whole)
      throws IOException, InterruptedException {
    Path used = setting.folder().resolve("used");
    job.script(WATCHED, disk.toString(), whole.toString(), used.toString()).well();
    return Files.readAllLines(used).stream()
        .map(String::strip)
        .filter(line -> line.matches("\\d+"))
        .mapToLong(Long::parseLong)
        .max()
        .orElseThrow();
  }

  /// What is wrong; empty if nothing is.
  private String found(Path kept, Path disk, Ended end, Content right, IndexFolder whole)
      throws IOException {
    Ended first = new Ended(code(kept), "", Files.readString(kept.resolve("first")), end.took(), 0);
    Content left = Content.of(kept.resolve("left/index"));
    if (first.code() != 0) {
      full++;
      acknowledged += left.papers().size();
      if (!first.says(74, "akin: ", disk.toString(), "No space left on device")
          || !FREE.matcher(first.err()).find()) {
        return first.toString();
      }
    }
    if (end.code() != 0) {
      return end.toString();
    }
    IndexFolder there = new IndexFolder(kept.resolve("end/index"));
    Content now = Content.of(there.path());
    lost += (int) left.ids().stream().filter(id -> !now.ids().contains(id)).count();
    leftover = Math.max(leftover, there.sizeBytes() / (double) whole.sizeBytes());
    Content.Difference difference = now.since(right);
    boolean clean = there.leftovers().isEmpty() && leftover < 1.2;
    return difference.isNone() && clean
        ? ""
        : "%s, left %s, %,d bytes".formatted(difference, there.leftovers(), there.sizeBytes());
  }

  private static int code(Path kept) throws IOException {
    return Integer.parseInt(Files.readString(kept.resolve("code")).strip());
  }
}
