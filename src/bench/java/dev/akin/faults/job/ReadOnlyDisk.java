package dev.akin.faults.job;

import dev.akin.faults.Commands;
import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import dev.akin.faults.service.ServeProcess;
import java.nio.file.Path;
import java.util.Locale;

/// The disk of the index is read-only, for everybody who runs on it.
final class ReadOnlyDisk implements Fault {
  private static final String MOUNT_AND_RUN =
      "mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\" && exec \"$@\"";
  private static final double MAX_SECONDS = 10;

  @Override
  public String id() {
    return "R7";
  }

  @Override
  public String injected() {
    return "the disk of the index is read-only";
  }

  @Override
  public String required() {
    return "serve and related work; index ends with 74 before it embeds";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    if (!Commands.mount()) {
      return Outcome.NO_MOUNT;
    }
    Path index = setting.copyOfSample("index");
    String there = index.toString();
    Path papers =
        MadePapers.write(setting.folder().resolve("papers.jsonl"), 0, 5000, setting.random());
    Ended job = Command.index(setting, papers, index).script(MOUNT_AND_RUN, there);
    Ended made = Command.index(setting, papers, index.resolve("new")).script(MOUNT_AND_RUN, there);
    Ended related =
        Command.of(setting, "related", "codd-1970-relational", "--index", there)
            .script(MOUNT_AND_RUN, there);
    int status;
    try (ServeProcess service =
        ServeProcess.of(setting.home(), setting.folder(), index)
            .under("unshare", "-rm", "sh", "-c", MOUNT_AND_RUN, there)
            .start()) {
      status = service.ask("/v1/related?id=codd-1970-relational").status();
    }
    boolean refused =
        job.says(74, "akin: ", there, "Read-only file system")
            && made.says(74, "akin: ", there, "Read-only file system")
            && !job.err().contains("embedded")
            && !made.err().contains("embedded");
    return new Outcome.Seen(
        refused && related.code() == 0 && status == 200 && job.seconds() < MAX_SECONDS,
        4,
        String.format(
            Locale.ROOT,
            "index of 5,000 papers ended with %d after %.1f s, where there is no index yet with %d"
                + " after %.1f s; related %d, serve %d",
            job.code(),
            job.seconds(),
            made.code(),
            made.seconds(),
            related.code(),
            status));
  }
}
