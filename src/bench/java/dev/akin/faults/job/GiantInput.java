package dev.akin.faults.job;

import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/// Lines longer than memory, between good ones.
final class GiantInput implements Fault {
  private static final long MB = 1_000_000;
  private static final long MAX_MORE_BYTES = 100 * MB;
  private static final String HEAP = "128m";
  private static final String START = "{\"id\":\"giant\",\"title\":\"";
  private static final String END = "\"}\n";

  @Override
  public String id() {
    return "R24";
  }

  @Override
  public String injected() {
    return "a line of 10 MB, one of 500 MB, 200 MB of one word, 1 GB that is 1 MB as gzip, empty"
        + " lines; 128 MB of heap";
  }

  @Override
  public String required() {
    return "each line refused with its length, those around it indexed, memory as without it";
  }

  /// @param gzip whether it is packed
  private record Giant(String name, long bytes, String piece, boolean gzip) {
    boolean isLine() {
      return !piece.equals("\n");
    }

    void writeTo(OutputStream out) throws IOException {
      if (gzip) {
        try (GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16)) {
          writeLines(packed);
        }
      } else {
        writeLines(out);
      }
    }

    private void writeLines(OutputStream out) throws IOException {
      write(out, good("before"));
      write(out, isLine() ? START : "");
      byte[] block = piece.repeat((1 << 16) / piece.length()).getBytes(StandardCharsets.UTF_8);
      for (long written = 0; written < bytes; written += block.length) {
        out.write(block);
      }
      write(out, isLine() ? END : "\n");
      write(out, good("after"));
    }

    private static String good(String id) {
      return "{\"id\":\"%s\",\"title\":\"a b %s\"}\n".formatted(id, id);
    }

    private static void write(OutputStream out, String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    ToyModel.write(setting);
    List<Giant> giants =
        List.of(
            new Giant("none", 0, "x", false),
            new Giant("line of 10 MB", 10 * MB, "a b ", false),
            new Giant("line of 500 MB", 500 * MB, "a b ", false),
            new Giant("200 MB of one word", 200 * MB, "word", false),
            new Giant("gzip of 1 GB in one line", 1000 * MB, "x", true),
            new Giant("gzip of empty lines", setting.times(200, 1_000) * MB, "\n", true));
    long usual = 0;
    int hits = 0;
    boolean survived = true;
    List<String> figures = new ArrayList<>();
    for (Giant giant : giants) {
      Ended run =
          ToyModel.index(setting, giant.name().replace(' ', '-'), "-", "--max-errors", "1")
              .where("AKIN_HEAP", HEAP)
              .reading(giant::writeTo)
              .run();
      boolean first = giant.bytes() == 0;
      usual = first ? run.peakBytes() : usual;
      hits += first ? 0 : 1;
      boolean refused = !giant.isLine() || first || run.err().contains(": line of ");
      boolean both = run.out().contains(first ? "3 indexed" : "2 indexed");
      boolean flat = run.peakBytes() < usual + MAX_MORE_BYTES;
      survived &= run.code() == 0 && refused && both && flat;
      figures.add(
          String.format(
              Locale.ROOT,
              "%s: %d MB at most, %.1f s%s",
              giant.name(),
              run.peakBytes() / MB,
              run.seconds(),
              run.code() == 0 && refused && both && flat
                  ? ""
                  : " FAILED " + run.code() + " " + Arrays.asList(run.out(), run.lastError())));
    }
    return new Outcome.Seen(survived, hits, String.join("; ", figures));
  }
}
