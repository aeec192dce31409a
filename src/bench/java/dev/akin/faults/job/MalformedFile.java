package dev.akin.faults.job;

import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.read.MalformedLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file with bad lines of all kinds, also with a job that is killed in it.
final class MalformedFile implements Fault {
  private static final int BAD_INPUT = 65;
  private static final int LINES = 10_000;

  @Override
  public String id() {
    return "R23";
  }

  @Override
  public String injected() {
    return "10,000 lines, one in ten bad, of " + MalformedLines.kinds() + " kinds; kill -9, again";
  }

  @Override
  public String required() {
    return "all good lines indexed, all bad ones named with line and byte; 0 up to --max-errors, 65"
        + " above";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    ToyModel.write(setting);
    MalformedLines lines = MalformedLines.of(LINES, setting.random());
    Path papers = Files.write(setting.folder().resolve("papers.jsonl"), lines.bytes());
    Ended strict = index(setting, "whole", papers, "5%").run();
    String whole = wrong(setting, "whole", lines);
    Ended lenient = index(setting, "whole", papers, "15%").run();
    String again = wrong(setting, "whole", lines);

    int kills = 0;
    int resumed = 0;
    StringBuilder killed = new StringBuilder();
    for (int round = 0; round < setting.times(3, 40); round++) {
      String name = "killed" + round;
      long most = Math.max(400, strict.took().toMillis() / 2);
      Duration moment = Duration.ofMillis(300 + setting.random().nextLong(most - 300));
      Ended cut = index(setting, name, papers, "15%").runFor(moment);
      kills += cut.code() == Ended.KILLED ? 1 : 0;
      boolean begun = Files.exists(ToyModel.path(setting, name).resolve("CURRENT"));
      resumed += begun ? 1 : 0;
      Ended rest = index(setting, name, papers, "15%").run();
      killed.append(rest.code() == 0 ? "" : "exit " + rest.code());
      killed.append(wrong(setting, name, lines));
    }
    return new Outcome.Seen(
        (whole + again + killed).isEmpty() && strict.code() == BAD_INPUT && lenient.code() == 0,
        lines.bad().size() + kills,
        String.format(
            Locale.ROOT,
            "%,d good lines, %,d bad: wrong%s; %d kills, %d after the first commit: wrong%s; exit"
                + " codes %d and %d; %.1f s",
            lines.good().size(),
            lines.bad().size(),
            whole.isEmpty() ? " 0" : whole + again,
            kills,
            resumed,
            killed.isEmpty() ? " 0" : killed,
            strict.code(),
            lenient.code(),
            strict.seconds()));
  }

  private static Command index(Setting setting, String name, Path papers, String maxErrors) {
    String refused = refused(setting, name).toString();
    return ToyModel.index(
        setting, name, papers.toString(), "--max-errors", maxErrors, "--refused", refused);
  }

  private static Path refused(Setting setting, String name) {
    return setting.folder().resolve(name + ".refused");
  }

  /// What is wrong with an index and its file of refused lines; empty if nothing is.
  private static String wrong(Setting setting, String name, MalformedLines lines)
      throws IOException {
    List<String> named =
        Files.readAllLines(refused(setting, name)).stream()
            .map(line -> JsonMapper.shared().readTree(line))
            .map(MalformedFile::place)
            .toList();
    try (PaperIndex index =
            new LuceneStore(ToyModel.path(setting, name)).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = index.snapshot()) {
      long lost = lines.good().stream().filter(id -> snapshot.find(id).isEmpty()).count();
      long more = snapshot.info().papers() - lines.good().size() + lost;
      boolean all = named.equals(lines.bad());
      return lost + more == 0 && all
          ? ""
          : " %d lost, %d accepted, bad ones named: %s".formatted(lost, more, all);
    }
  }

  private static String place(JsonNode refused) {
    return refused.path("reason").asString().isBlank()
        ? "no reason"
        : refused.path("line").asLong() + "@" + refused.path("byteOffset").asLong();
  }
}
