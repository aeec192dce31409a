package dev.akin.faults.job;

import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import dev.akin.read.HostileTexts;
import dev.akin.read.PaperFormat;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.ReadOptions;
import dev.akin.read.format.MutatedPage;
import dev.akin.read.record.ReadException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/// Texts built against the parsers, and pages to which something happened.
final class HostileParsing implements Fault {
  private static final double MAX_MS_PER_MB = 5_000;
  private static final List<String> PAGES =
      List.of("page-blank-lines.txt", "page-with-metadata.txt", "page-compact.txt");

  private double worstMsPerMb;
  private String worst = "";
  private int texts;

  @Override
  public String id() {
    return "R28";
  }

  @Override
  public String injected() {
    return "what the patterns look for, repeated in each field of nine formats; mutated pages of"
        + " Daily Papers";
  }

  @Override
  public String required() {
    return "time in proportion to the length; papers or a named refusal, no other exception";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    int sizeBytes = setting.times(1 << 15, 1_000_000);
    HostileTexts.read(1 << 10, (hostile, millis) -> {});
    HostileTexts.read(sizeBytes, (hostile, millis) -> measure(hostile, millis, sizeBytes));
    AtomicLong refused = new AtomicLong();
    AtomicLong uncounted = new AtomicLong();
    int mutations = setting.times(6_000, 100_000);
    long start = System.nanoTime();
    for (int i = 0; i < mutations; i++) {
      byte[] page = MutatedPage.of(page(PAGES.get(i % PAGES.size())), setting.random());
      read(page, refused, uncounted);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Outcome.Seen(
        worstMsPerMb < MAX_MS_PER_MB && uncounted.get() == 0,
        texts + (long) mutations,
        String.format(
            Locale.ROOT,
            "%,d texts of %,d bytes, worst %.0f ms/MB (%s); %,d mutations in %.0f s: 0 crashes, %,d"
                + " records refused with a reason, %d lost",
            texts,
            sizeBytes,
            worstMsPerMb,
            worst,
            mutations,
            seconds,
            refused.get(),
            uncounted.get()));
  }

  private void measure(HostileTexts.Case hostile, double millis, int sizeBytes) {
    texts++;
    double msPerMb = millis * 1e6 / sizeBytes;
    if (msPerMb > worstMsPerMb) {
      worstMsPerMb = msPerMb;
      worst = "“%s” in %s".formatted(hostile.piece(), hostile.format());
    }
  }

  private static void read(byte[] page, AtomicLong refused, AtomicLong uncounted) {
    PaperSource source = PaperSource.of("page", new ByteArrayInputStream(page));
    ReadOptions options = new ReadOptions(PaperFormat.DAILY_PAPERS, 2026);
    long before = refused.get();
    try (PaperReader reader =
        PaperReader.open(source, options, problem -> refused.incrementAndGet())) {
      long papers = 0;
      while (reader.next() != null) {
        papers++;
      }
      uncounted.addAndGet(reader.records() - papers - (refused.get() - before));
    } catch (ReadException noPage) {
      refused.incrementAndGet();
    }
  }

  private static byte[] page(String name) throws IOException {
    try (InputStream page = PaperReader.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(page, name).readAllBytes();
    }
  }
}
