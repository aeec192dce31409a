package dev.akin.faults.job;

import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Snapshots are taken while the job embeds, and each is put back elsewhere.
final class SnapshotsMeanwhile implements Fault {
  private static final int PAPERS = 1200;
  private static final Pattern COMMIT = Pattern.compile("\"commit\" ?: ?(\\d+)");

  private final Map<Long, Set<String>> idsOfCommit = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int compared;
  private double seconds;
  private double bytes;

  @Override
  public String id() {
    return "R14";
  }

  @Override
  public String injected() {
    return "akin snapshot every two seconds while the job embeds; one loses a file";
  }

  @Override
  public String required() {
    return "each comes back as its commit was, and is whole; the incomplete one is refused";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    Path papers =
        MadePapers.write(
            setting.folder().resolve("papers.jsonl"),
            0,
            setting.times(PAPERS, 9 * PAPERS),
            setting.random());
    IndexFolder folder = new IndexFolder(setting.folder().resolve("index"));
    List<Path> taken = new ArrayList<>();
    try (Running job = Command.index(setting, papers, folder.path()).start()) {
      while (job.isAlive()) {
        note(folder);
        if (folder.newestCommit() > 1 && job.age().toMillis() > 2000L * (taken.size() + 1)) {
          taken.add(take(setting, folder, taken.size()));
        }
        Thread.sleep(5);
      }
      job.await().well();
    }
    Content end = Content.of(folder.path());
    for (Path snapshot : taken) {
      String found = restore(setting, snapshot, end);
      if (!found.isEmpty()) {
        wrong.add(snapshot.getFileName() + ": " + found);
      }
    }
    boolean refused = refusesIncomplete(setting, taken.getFirst());
    return new Outcome.Seen(
        wrong.isEmpty() && refused && compared > 0,
        taken.size(),
        String.format(
            Locale.ROOT,
            "%d snapshots of commits %s, put back elsewhere; ids of %d compared with what a reader"
                + " of their commits had seen; %d wrong %s; %.1f MB/s, the process's start counted;"
                + " one without a file refused: %s",
            taken.size(),
            idsOfCommit.keySet().stream().sorted().toList(),
            compared,
            wrong.size(),
            wrong,
            bytes / seconds / 1e6,
            refused ? "yes" : "no"));
  }

  /// What a reader sees of the newest commit.
  private void note(IndexFolder folder) {
    if (folder.newestCommit() > idsOfCommit.keySet().stream().mapToLong(n -> n).max().orElse(0)) {
      Content content = Content.of(folder.path());
      if (content.commit() > 0) {
        idsOfCommit.put(content.commit(), content.ids());
      }
    }
  }

  /// Every other one is linked.
  private Path take(Setting setting, IndexFolder folder, int number) throws Exception {
    Path snapshot = setting.folder().resolve("snapshot" + number);
    Command take =
        Command.of(setting, "snapshot", snapshot.toString(), "--index", folder.path().toString());
    try (Running running = (number % 2 == 0 ? take.with("--copy") : take).start()) {
      while (running.isAlive()) {
        note(folder);
        Thread.sleep(5);
      }
      seconds += running.await().well().seconds();
    }
    bytes += new IndexFolder(snapshot).sizeBytes();
    return snapshot;
  }

  /// What is wrong with it; empty if nothing is.
  private String restore(Setting setting, Path snapshot, Content end) throws Exception {
    Path restored = setting.folder().resolve("restored-" + snapshot.getFileName());
    Ended done =
        Command.of(setting, "restore", snapshot.toString(), "--index", restored.toString()).run();
    Ended verify = Command.of(setting, "verify", "--index", restored.toString()).run();
    if (done.code() != 0 || verify.code() != 0) {
      return done + "; verify " + verify;
    }
    Matcher commit = COMMIT.matcher(Files.readString(snapshot.resolve("manifest.json")));
    Set<String> ids = commit.find() ? idsOfCommit.get(Long.parseLong(commit.group(1))) : null;
    Content content = Content.of(restored);
    compared += ids == null ? 0 : 1;
    if (ids != null && !ids.equals(content.ids())) {
      return "%d papers, the commit had %d".formatted(content.papers().size(), ids.size());
    }
    return content.isPartOf(end) ? "" : "papers other than in the end";
  }

  private static boolean refusesIncomplete(Setting setting, Path snapshot) throws Exception {
    Path file;
    try (var files = Files.list(snapshot.resolve("files"))) {
      file = files.filter(each -> each.toString().endsWith(".cfs")).findFirst().orElseThrow();
    }
    Files.delete(file);
    Path nowhere = setting.folder().resolve("nowhere");
    Ended refused =
        Command.of(setting, "restore", snapshot.toString(), "--index", nowhere.toString()).run();
    return refused.says(74, "akin: ", String.valueOf(file.getFileName()), "missing")
        && Content.of(nowhere).papers().isEmpty();
  }
}
