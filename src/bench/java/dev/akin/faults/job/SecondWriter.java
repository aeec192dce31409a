package dev.akin.faults.job;

import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Two jobs write to one index, or its lock is not what it should be.
final class SecondWriter implements Fault {
  /// Half of them are more than a job reads ahead.
  private static final int PAPERS = 2_000;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final List<String> said = new ArrayList<>();
  private int cases;
  private int right;

  @Override
  public String id() {
    return "R11";
  }

  @Override
  public String injected() {
    return "two jobs at once; a lock left by a killed one; the lock deleted while a job writes";
  }

  @Override
  public String required() {
    return "the second ends with 75 and names lock and process; left: none; deleted: 74, no damage";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    Path papers =
        MadePapers.write(setting.folder().resolve("papers.jsonl"), 0, PAPERS, setting.random());
    IndexFolder folder = new IndexFolder(setting.folder().resolve("index"));
    Command job = Command.index(setting, papers, folder.path());
    HeldInput input = new HeldInput(papers);
    try (Running first = held(setting, folder, input)) {
      awaitCommit(folder, first, 2);
      String holder = "process " + first.pid() + " holds";
      is("second", job.run(), 75, holder, "write.lock");
      is(
          "second with another model",
          OtherModel.index(setting, folder.path()).run(),
          75,
          holder,
          "write.lock");
      count("first killed", first.kill(), first.await());
      input.letGo();
    }
    Path lock = folder.build().resolve("write.lock");
    boolean left = Files.exists(lock);
    long killedAfter = folder.newestCommit();
    HeldInput rest = new HeldInput(papers);
    try (Running next = held(setting, folder, rest)) {
      awaitCommit(folder, next, killedAfter + 1);
      Files.delete(lock);
      rest.letGo();
      is("lock deleted", next.await(), 74, "write.lock");
    }
    Ended end = job.run();
    Ended verify = Command.of(setting, "verify", "--index", folder.path().toString()).run();
    int papersLeft = Content.of(folder.path()).papers().size();
    count("then completed", left && end.code() + verify.code() == 0 && papersLeft == PAPERS, end);
    twoNew(setting, papers);
    return new Outcome.Seen(
        right == cases,
        cases,
        "%d of %d right: %s".formatted(right, cases, String.join("; ", said)));
  }

  /// A job that is only half done until its input is let go.
  private static Running held(Setting setting, IndexFolder folder, HeldInput input)
      throws IOException {
    return Command.of(setting, "index", "-", "--index", folder.path().toString())
        .reading(input)
        .start();
  }

  /// Both make one index where there is none.
  private void twoNew(Setting setting, Path papers) throws Exception {
    Path raced = setting.folder().resolve("raced");
    Command job = Command.index(setting, papers, raced);
    try (Running one = job.start();
        Running other = job.start()) {
      List<Integer> codes = List.of(one.await().code(), other.await().code());
      Content content = Content.of(raced);
      count(
          "two make one " + codes,
          List.of(0, 75).containsAll(codes)
              && codes.contains(0)
              && content.papers().size() == PAPERS
              && new IndexFolder(raced).leftovers().isEmpty(),
          job.run());
    }
  }

  private void is(String name, Ended ended, int code, String... words) {
    count(name + " " + ended.code(), ended.says(code, words), ended);
  }

  private void count(String name, boolean isRight, Ended ended) {
    cases++;
    right += isRight ? 1 : 0;
    said.add(isRight ? name : name + " WRONG (" + ended + ")");
  }

  private static void awaitCommit(IndexFolder folder, Running job, long commit)
      throws IOException, InterruptedException {
    while (folder.newestCommit() < commit && job.isAlive()) {
      if (job.age().compareTo(PATIENCE) > 0) {
        throw new IllegalStateException("no commit " + commit);
      }
      Thread.sleep(5);
    }
  }
}
