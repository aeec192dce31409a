package dev.akin.faults.job;

import dev.akin.embed.TinyModel;
import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The default model's files are damaged in all ways that downloads and disks know.
final class DamagedModels implements Fault {
  private static final String MODEL = "all-minilm-l6-v2";
  private static final int CONFIGURATION = 78;
  private static final int BLOCK_BYTES = 4096;
  private static final String POINTER =
      """
      version https://git-lfs.github.com/spec/v1
      oid sha256:0000000000000000000000000000000000000000000000000000000000000000
      size 90387606
      """;

  private final List<String> accepted = new ArrayList<>();
  private int cases;
  private double seconds;

  @Override
  public String id() {
    return "R17";
  }

  @Override
  public String injected() {
    return "flipped bits, zeroed blocks, cut, empty, git-lfs pointer, web page, folder, swapped"
        + " tokenizer";
  }

  @Override
  public String required() {
    return "exit code 78 before a text is embedded, both digests, and what it is if that can be told";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    Path from = setting.home().resolve("models").resolve(MODEL);
    Path folder = Files.createDirectories(setting.folder().resolve("models").resolve(MODEL));
    for (String file : List.of("model.json", "model.onnx", "tokenizer.json")) {
      Files.copy(from.resolve(file), folder.resolve(file));
    }
    Path papers = setting.folder().resolve("papers.jsonl");
    Files.writeString(papers, "{\"id\":\"a\",\"title\":\"Trees\"}\n");
    Path weights = folder.resolve("model.onnx");
    Path tokenizer = folder.resolve("tokenizer.json");

    for (int i = 0; i < setting.times(8, 100); i++) {
      Path file = i % 8 == 7 ? tokenizer : weights;
      long at = setting.random().nextLong(Files.size(file));
      int bit = 1 << setting.random().nextInt(8);
      flip(file, at, bit);
      require(setting, "bit %d of byte %d".formatted(bit, at), "damaged");
      flip(file, at, bit);
    }
    for (int i = 0; i < setting.times(3, 20); i++) {
      long at = setting.random().nextLong(Files.size(weights) - BLOCK_BYTES);
      byte[] before = write(weights, at, new byte[BLOCK_BYTES]);
      require(setting, "block at " + at, "damaged");
      write(weights, at, before);
    }
    for (Path file : List.of(weights, tokenizer)) {
      replaced(setting, file, "".getBytes(StandardCharsets.UTF_8), "it is empty");
      replaced(setting, file, bytes(POINTER), "it is a git-lfs pointer");
      replaced(setting, file, bytes("<!DOCTYPE html><title>404</title>"), "it is a web page");
      replaced(setting, file, bytes(TinyModel.TOKENIZER), "damaged");
      replaced(setting, file, null, "it is a folder");
    }
    cut(setting, weights);
    Ended whole = index(setting);
    return new Outcome.Seen(
        accepted.isEmpty() && whole.code() == 0,
        cases,
        String.format(
            Locale.ROOT,
            "%d damaged models accepted or not named %s, %.2f s each; the whole one is accepted: %s",
            accepted.size(),
            accepted,
            seconds / cases,
            whole.code() == 0));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void flip(Path file, long at, int bit) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.seek(at);
      int old = open.read();
      open.seek(at);
      open.write(old ^ bit);
    }
  }

  /// @return what was there
  private static byte[] write(Path file, long at, byte[] content) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] before = new byte[content.length];
      open.seek(at);
      open.readFully(before);
      open.seek(at);
      open.write(content);
      return before;
    }
  }

  /// @param content absent for a folder
  private void replaced(Setting setting, Path file, byte @Nullable [] content, String says)
      throws Exception {
    Path away = setting.folder().resolve("away");
    Files.move(file, away);
    if (content == null) {
      Files.createDirectory(file);
    } else {
      Files.write(file, content);
    }
    require(setting, file.getFileName() + ": " + says, says);
    Files.delete(file);
    Files.move(away, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private void cut(Setting setting, Path file) throws Exception {
    long size = Files.size(file);
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.seek(size - 1);
      int last = open.read();
      open.setLength(size - 1);
      require(setting, "cut by a byte", "damaged");
      open.seek(size - 1);
      open.write(last);
    }
  }

  private void require(Setting setting, String what, String says) throws Exception {
    Ended run = index(setting);
    cases++;
    seconds += run.seconds();
    boolean refused =
        run.code() == CONFIGURATION
            && run.err().contains("expected sha256 ")
            && run.err().contains(", found ")
            && run.err().contains(says)
            && !Files.exists(setting.folder().resolve("index"));
    if (!refused) {
      accepted.add(what + " -> " + run.code() + ": " + run.lastError());
    }
  }

  private static Ended index(Setting setting) throws Exception {
    return Command.of(
            setting,
            "index",
            setting.folder().resolve("papers.jsonl").toString(),
            "--models",
            setting.folder().resolve("models").toString(),
            "--index",
            setting.folder().resolve("index").toString())
        .run();
  }
}
