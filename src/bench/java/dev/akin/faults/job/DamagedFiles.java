package dev.akin.faults.job;

import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import dev.akin.faults.service.ServeProcess;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.BackgroundCheck;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Files of the index are damaged, in all ways.
final class DamagedFiles implements Fault {
  /// What is done to a file.
  private enum Harm {
    FLIPPED,
    CUT,
    EMPTIED,
    ZEROED,
    DELETED;

    void doTo(Path file, Random random) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      switch (this) {
        case FLIPPED -> flip(file, bytes, random);
        case CUT -> Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        case EMPTIED -> Files.write(file, new byte[0]);
        case ZEROED -> Files.write(file, new byte[bytes.length]);
        case DELETED -> Files.delete(file);
      }
    }
  }

  private final List<String> wrong = new ArrayList<>();
  private int flips;
  private int found;
  private int foundMeanwhile;
  private int started;
  private double serveSeconds;

  @Override
  public String id() {
    return "R8";
  }

  @Override
  public String injected() {
    return "bits of index files flipped, files cut, emptied, zeroed, deleted, strange ones added";
  }

  @Override
  public String required() {
    return "found before the first answer, exit 74 with the file's name, or, if the index is open,"
        + " by the check of all files; akin verify names it";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    Path index = setting.copyOfSample("index");
    List<Path> files = new IndexFolder(index).files();
    for (Path file : files) {
      for (int i = 0; i < setting.times(8, 100); i++) {
        openFlipped(index, file, setting.random());
        flipOpened(index, file, setting.random());
      }
    }
    List<Path> some = new ArrayList<>(files);
    some.add(index.resolve("CURRENT"));
    for (Harm harm : Harm.values()) {
      for (int i = 0; i < setting.times(2, some.size()); i++) {
        Path file = setting.full() ? some.get(i) : some.get(setting.random().nextInt(some.size()));
        serve(setting, index, file, harm);
      }
    }
    boolean ignored = ignoresStrangers(setting, index);
    return new Outcome.Seen(
        wrong.isEmpty() && found == flips && foundMeanwhile == flips && ignored,
        flips + started,
        String.format(
            Locale.ROOT,
            "%d of %d flips found as an index is opened, %.1f s a GB; %d of %d found by the check of"
                + " all files after that; %d damaged indexes given to"
                + " serve (74 after %.1f s) and verify (1), %d wrong %s; .nfs, .swp and ~ ignored: %s",
            found,
            flips,
            secondsPerGigabyte(setting.sample()),
            foundMeanwhile,
            flips,
            started,
            serveSeconds / started,
            wrong.size(),
            wrong,
            ignored ? "yes" : "no"));
  }

  private void openFlipped(Path index, Path file, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    flip(file, bytes, random);
    flips++;
    try (PaperIndex _ = new LuceneStore(index).open(PaperIndex.Check.NEWEST)) {
      wrong.add("not found in " + file);
    } catch (IndexException e) {
      found += String.valueOf(e.getMessage()).contains(name(file)) ? 1 : 0;
    }
    Files.write(file, bytes);
  }

  /// As in a service: the file is damaged after it was opened, and found by the check of all files.
  private void flipOpened(Path index, Path file, Random random) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    try (PaperIndex opened = new LuceneStore(index).open(PaperIndex.Check.NEWEST);
        BackgroundCheck check = opened.backgroundCheck(BackgroundCheck.BYTES_PER_SECOND, _ -> {});
        IndexSnapshot snapshot = opened.snapshot()) {
      flip(file, bytes, random);
      check.start();
      while (!check.status().isComplete()) {
        Thread.sleep(1);
      }
      boolean named = check.status().damaged().contains(name(file));
      foundMeanwhile += named && !answers(snapshot) ? 1 : 0;
    } finally {
      Files.write(file, bytes);
    }
  }

  private static boolean answers(IndexSnapshot snapshot) {
    try {
      return snapshot.undamaged(() -> true);
    } catch (IndexException e) {
      return false;
    }
  }

  private static void flip(Path file, byte[] bytes, Random random) throws IOException {
    byte[] flipped = bytes.clone();
    flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    Files.write(file, flipped);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private void serve(Setting setting, Path index, Path file, Harm harm) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    harm.doTo(file, setting.random());
    started++;
    String path = index.toString();
    Ended serve = Command.of(setting, "serve", "--port", "0", "--index", path).run();
    Ended verify = Command.of(setting, "verify", "--index", path).run();
    Files.write(file, bytes);
    serveSeconds += serve.seconds();
    // Without the file that lists the others, the name of the folder has to do.
    boolean nameless = harm == Harm.DELETED && name(file).matches("segments_.*");
    String named = nameless ? name(file.resolveSibling(".").normalize()) : name(file);
    // Without CURRENT there is no index.
    int code = harm == Harm.DELETED && name(file).equals("CURRENT") ? 66 : 74;
    boolean right =
        serve.says(code, "akin: ", named)
            && !serve.out().contains("http://")
            && verify.code() == 1
            && (verify.out() + verify.err()).contains(named);
    if (!right) {
      wrong.add("%s %s: serve %s; verify %d".formatted(name(file), harm, serve, verify.code()));
    }
  }

  private static boolean ignoresStrangers(Setting setting, Path index) throws Exception {
    IndexFolder folder = new IndexFolder(index);
    for (String name : List.of(".nfs000123", ".x.swp", "_0.vec~", "segments~")) {
      Files.writeString(folder.build().resolve(name), "x");
      Files.writeString(index.resolve(name), "x");
    }
    Ended verify = Command.of(setting, "verify", "--index", index.toString()).run();
    try (ServeProcess service = ServeProcess.of(setting.home(), setting.folder(), index).start()) {
      return verify.code() == 0 && service.ask("/v1/papers?limit=1").status() == 200;
    }
  }

  /// What checking the files adds to opening, of an index that is in memory.
  private static double secondsPerGigabyte(Path index) throws IOException {
    double checked = seconds(index, PaperIndex.Check.FILES);
    double unchecked = seconds(index, PaperIndex.Check.NOTHING);
    return (checked - unchecked) / new IndexFolder(index).sizeBytes() * 1e9;
  }

  private static double seconds(Path index, PaperIndex.Check check) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 20; i++) {
      long start = System.nanoTime();
      new LuceneStore(index).open(check).close();
      least = Math.min(least, (System.nanoTime() - start) / 1e9);
    }
    return least;
  }
}
