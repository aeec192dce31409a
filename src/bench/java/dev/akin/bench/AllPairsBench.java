package dev.akin.bench;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.vector.AllPairs;
import dev.akin.vector.Cosine;
import dev.akin.vector.NeighborLists;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;

/// The ten nearest of every paper of an index, in turns with OpenBLAS's sgemm of the same vectors
/// by NumPy; both count as 2 n² d operations. Then the ids of 1,000 papers beside a plain loop in
/// double precision.
final class AllPairsBench {
  private static final int COUNT = 10;
  private static final int SAMPLES = 1_000;
  private static final double TIE = 1e-6;

  /// Multiplies blocks of 2,048 rows with all, into one buffer.
  private static final String SGEMM =
      """
      import sys, time, numpy
      n, d = int(sys.argv[1]), int(sys.argv[2])
      a = numpy.random.default_rng(1).standard_normal((n, d), dtype='f')
      b, out = a.T, numpy.empty((2048, n), 'f')
      numpy.matmul(a[:2048], b, out=out)
      start, rows = time.perf_counter(), 0
      for first in range(0, n - 2047, 2048):
          numpy.matmul(a[first:first + 2048], b, out=out)
          rows += 2048
      print(2 * rows * n * d / (time.perf_counter() - start) / 1e9)
      """;

  private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
  private final float[][] rows;
  private final int threads = Runtime.getRuntime().availableProcessors();

  private AllPairsBench(float[][] rows) {
    this.rows = rows;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<float[]> rows = new ArrayList<>();
    try (PaperIndex index = new LuceneStore(Path.of(arguments[0])).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      snapshot.vectors(
          snapshot.info().spaces().getFirst(), (id, vector) -> rows.add(vector.clone()));
    }
    new AllPairsBench(rows.toArray(float[][]::new)).run(Integer.parseInt(arguments[1]));
  }

  private void run(int rounds) throws IOException, InterruptedException {
    out.printf(
        Locale.ROOT,
        "%,d x %,d, %d threads, %d nearest%n",
        rows.length,
        rows[0].length,
        threads,
        COUNT);
    double[] pairs = new double[rounds];
    double[] sgemm = new double[rounds];
    NeighborLists lists = null;
    for (int round = 0; round < rounds; round++) {
      sgemm[round] = sgemm();
      long start = System.nanoTime();
      lists = new AllPairs(COUNT, threads).of(rows, share -> {});
      double seconds = (System.nanoTime() - start) / 1e9;
      pairs[round] = 2.0 * rows.length * rows.length * rows[0].length / seconds / 1e9;
      out.printf(
          Locale.ROOT,
          "round %d: sgemm %.0f GFLOP/s, all pairs %.0f GFLOP/s (%.1f s), ratio %.2f%n",
          round + 1,
          sgemm[round],
          pairs[round],
          seconds,
          pairs[round] / sgemm[round]);
    }
    out.printf(
        Locale.ROOT,
        "middle: sgemm %.0f, all pairs %.0f, ratio %.2f (at least 0.50)%n",
        middle(sgemm),
        middle(pairs),
        middle(pairs) / middle(sgemm));
    compare(Objects.requireNonNull(lists));
  }

  private double sgemm() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "/usr/bin/python3",
            "-c",
            SGEMM,
            Integer.toString(rows.length),
            Integer.toString(rows[0].length));
    builder.environment().put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
    Process process = builder.redirectErrorStream(true).start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = said.readLine();
      if (process.waitFor() != 0 || line == null) {
        throw new IOException("needs Debian's python3-numpy and libopenblas0-pthread: " + line);
      }
      return Double.parseDouble(line);
    }
  }

  private static double middle(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private void compare(NeighborLists lists) {
    int wrong = 0;
    double largest = 0;
    int[] sample = new Random(1).ints(Math.min(SAMPLES, rows.length), 0, rows.length).toArray();
    for (int row : sample) {
      double[] cosines = new double[rows.length];
      for (int other = 0; other < rows.length; other++) {
        cosines[other] = other == row ? -2 : Cosine.of(rows[row], rows[other]);
      }
      double[] sorted = cosines.clone();
      Arrays.sort(sorted);
      for (int rank = 0; rank < lists.count(row); rank++) {
        double expected = sorted[sorted.length - 1 - rank];
        double found = cosines[lists.neighbor(row, rank)];
        largest = Math.max(largest, Math.abs(expected - found));
        wrong += expected - found > TIE ? 1 : 0;
      }
    }
    out.printf(
        Locale.ROOT,
        "%,d papers beside a plain loop: %d ids wrong, largest difference of cosines %.1e%n",
        sample.length,
        wrong,
        largest);
  }
}
