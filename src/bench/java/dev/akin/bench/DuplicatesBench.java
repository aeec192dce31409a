package dev.akin.bench;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.vector.Embedding;
import dev.akin.work.ComparedPaper;
import dev.akin.work.Relation;
import dev.akin.work.SameWork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// How often what is taken for the same work is the same work, and how much of it is found, on
/// labeled pairs.
///
/// Usage: DuplicatesBench INDEX
final class DuplicatesBench {
  private static final String LABELS = "/dev/akin/report/labeled-pairs.tsv";
  private static final Pattern DRAWN = Pattern.compile("# stratum (\\S+): (\\d+) of (\\d+)");
  private static final String SAME = "same";
  private static final String ERRATUM = "erratum";

  /// A labeled pair.
  ///
  /// @param half 0 for choosing bounds, 1 for reporting
  /// @param label same, different or erratum
  /// @param answer of the rule, in the same words
  private record Labeled(
      String stratum, int half, String one, String other, String label, String answer) {
    boolean isSame() {
      return label.equals(SAME);
    }

    boolean isTakenForSame() {
      return answer.equals(SAME);
    }
  }

  private final List<Labeled> pairs = new ArrayList<>();

  /// How many pairs of its stratum a labeled pair stands for.
  private final Map<String, Double> weights = new TreeMap<>();

  private int missing;

  private DuplicatesBench() {}

  /// Measures and prints.
  public static void main(String[] arguments) throws IOException {
    DuplicatesBench bench = new DuplicatesBench();
    try (PaperIndex index = new LuceneStore(Path.of(arguments[0])).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      bench.read(snapshot);
    }
    bench.print();
  }

  private void read(IndexSnapshot snapshot) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(DuplicatesBench.class.getResourceAsStream(LABELS), LABELS)) {
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("#")) {
          DRAWN.matcher(line).results().forEach(this::weigh);
        } else {
          add(snapshot, line.split("\t", -1));
        }
      }
    }
  }

  private void weigh(MatchResult drawn) {
    weights.put(
        drawn.group(1), Double.parseDouble(drawn.group(3)) / Integer.parseInt(drawn.group(2)));
  }

  private void add(IndexSnapshot snapshot, String... fields) {
    OptionalInt one = snapshot.find(fields[1]);
    OptionalInt other = snapshot.find(fields[2]);
    if (one.isEmpty() || other.isEmpty()) {
      missing++;
      return;
    }
    String answer = answer(snapshot, one.getAsInt(), other.getAsInt());
    pairs.add(new Labeled(fields[0], half(fields), fields[1], fields[2], fields[3], answer));
  }

  /// The lowest bit of the CRC-32 of both ids with a space between them.
  private static int half(String... fields) {
    CRC32 hash = new CRC32();
    hash.update((fields[1] + " " + fields[2]).getBytes(StandardCharsets.UTF_8));
    return (int) (hash.getValue() & 1);
  }

  private static String answer(IndexSnapshot snapshot, int one, int other) {
    ComparedPaper some = ComparedPaper.of(snapshot.paper(one));
    ComparedPaper others = ComparedPaper.of(snapshot.paper(other));
    Relation relation = SameWork.relation(some, others, cosine(snapshot, one, other));
    return relation == null ? "different" : relation == Relation.ERRATUM ? ERRATUM : SAME;
  }

  private static @Nullable Double cosine(IndexSnapshot snapshot, int one, int other) {
    List<Embedding> some = snapshot.embeddings(one);
    List<Embedding> others = snapshot.embeddings(other);
    return some.isEmpty() || others.isEmpty()
        ? null
        : Double.valueOf(some.getFirst().cosine(others.getFirst()));
  }

  private void print() {
    System.out.printf("%d labeled pairs, %d are not in the index%n", pairs.size(), missing);
    print("half 0, where bounds were chosen", pair -> pair.half() == 0);
    print("half 1, for reporting", pair -> pair.half() == 1);
    print("both", pair -> true);
    weights.keySet().forEach(name -> print(name, pair -> pair.stratum().equals(name)));
    printEstimate();
    System.out.printf(
        "errata: %d of %d marked, %d others marked%n",
        count(pair -> pair.label().equals(ERRATUM) && pair.answer().equals(ERRATUM)),
        count(pair -> pair.label().equals(ERRATUM)),
        count(pair -> !pair.label().equals(ERRATUM) && pair.answer().equals(ERRATUM)));
    pairs.stream()
        .filter(pair -> pair.isSame() != pair.isTakenForSame())
        .forEach(
            pair ->
                System.out.printf(
                    "%s: half %d, %s, %s %s%n",
                    pair.isSame() ? "missed" : "wrong",
                    pair.half(),
                    pair.stratum(),
                    pair.one(),
                    pair.other()));
  }

  private void print(String name, Predicate<Labeled> of) {
    long found = count(of.and(Labeled::isSame).and(Labeled::isTakenForSame));
    long taken = count(of.and(Labeled::isTakenForSame));
    long same = count(of.and(Labeled::isSame));
    if (count(of) > 0) {
      System.out.printf(
          "%-34s %3d pairs: precision %s, recall %s%n",
          name, count(of), share(found, taken), share(found, same));
    }
  }

  private long count(Predicate<Labeled> of) {
    return pairs.stream().filter(of).count();
  }

  private static String share(long part, long whole) {
    return whole == 0
        ? "-"
        : String.format(Locale.ROOT, "%.3f (%d of %d)", (double) part / whole, part, whole);
  }

  /// Each labeled pair stands for the pairs of its stratum that were not drawn.
  private void printEstimate() {
    double found = weight(pair -> pair.isSame() && pair.isTakenForSame());
    double taken = weight(Labeled::isTakenForSame);
    double same = weight(Labeled::isSame);
    System.out.printf(
        Locale.ROOT,
        "weighted by strata, without title-alone: precision %.3f, recall %.3f (%.0f pairs are the"
            + " same work)%n",
        found / taken,
        found / same,
        same);
  }

  private double weight(Predicate<Labeled> of) {
    return pairs.stream()
        .filter(pair -> !pair.stratum().startsWith("title-alone"))
        .filter(of)
        .mapToDouble(pair -> weights.getOrDefault(pair.stratum(), 1.0))
        .sum();
  }
}
