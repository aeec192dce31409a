package dev.akin.faults.service;

import dev.akin.faults.Commands;
import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import dev.akin.serve.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/// The disk of the index and of the log fills up. It is a small one in memory, which only the
/// service sees.
final class FullDisk implements Fault {
  private static final int CLIENTS = 16;
  private static final String MOUNT_AND_RUN =
      "mount -t tmpfs -o size=32m tmpfs \"$0\" && cp -r \"$1\" \"$0/index\" && shift"
          + " && exec \"$@\" 2> \"$LOG\"";

  @Override
  public String id() {
    return "R5";
  }

  @Override
  public String injected() {
    return "the disk of index and log is filled while 16 clients ask";
  }

  @Override
  public String required() {
    return "queries are answered with 200, /readyz says degraded";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    if (!Commands.mount()) {
      return Outcome.NO_MOUNT;
    }
    Path disk = Files.createDirectory(setting.folder().resolve("disk"));
    ServeProcess.Start start =
        ServeProcess.of(setting, disk.resolve("index"))
            .under(
                "unshare",
                "-rm",
                "sh",
                "-c",
                MOUNT_AND_RUN,
                disk.toString(),
                setting.sample().toString())
            .where("LOG", disk.resolve("log").toString());
    try (ServeProcess service = start.start()) {
      Papers papers = Papers.of(service);
      Tally before = ask(service, papers);
      long filled = fill(Path.of("/proc/%d/root%s/filled".formatted(service.pid(), disk)));
      Tally during = ask(service, papers);
      Wire.Answer ready = service.ask("/readyz");
      long errors = during.answersBeside(200) + during.cuts() + during.unheards();
      return new Outcome.Seen(
          errors == 0 && ready.status() == 200 && ready.body().startsWith("degraded"),
          filled > 0 ? during.answers() : 0,
          String.format(
              Locale.ROOT,
              "filled with %d MB; answers before %s, then %s, p99 %.1f and %.1f ms; /readyz %d: %s",
              filled >> 20,
              before,
              during,
              before.millisOf(0.99),
              during.millisOf(0.99),
              ready.status(),
              ready.body()));
    }
  }

  private static Tally ask(ServeProcess service, Papers papers) throws InterruptedException {
    return Crowd.askFor(
        Duration.ofSeconds(4), CLIENTS, service.port(), papers.related("&limit=10"));
  }

  private static long fill(Path file) throws IOException {
    byte[] zeros = new byte[4096];
    long filled = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(zeros);
        filled += zeros.length;
      }
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("No space")) {
        return filled;
      }
      throw e;
    }
  }
}
