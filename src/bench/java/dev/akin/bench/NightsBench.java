package dev.akin.bench;

import dev.akin.Temporary;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.RecallAtTen;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// What many nights of new, changed and deleted papers make of an index, beside one that is made of
/// the same papers at once: recall, search time, size.
///
/// The papers and vectors are those of an index; a changed paper has a vector close to its old one.
/// Nothing is embedded. Usage: NightsBench INDEX NIGHTS NEW SEED
final class NightsBench {
  private static final double CHANGED_SHARE = 0.3;
  private static final double DELETED_OF_CHANGED = 0.2;
  private static final float CHANGE = 0.02f;
  private static final double FLOOR = 1;
  private static final int QUERIES = 1_000;

  private final IndexSnapshot source;
  private final Space space;
  private final int nights;
  private final int newPapers;
  private final Random random;
  private final List<Integer> papers = new ArrayList<>();

  private NightsBench(IndexSnapshot source, int nights, int newPapers, long seed) {
    this.source = source;
    this.space = source.info().spaces().getFirst();
    this.nights = nights;
    this.newPapers = newPapers;
    this.random = new Random(seed);
    source.scan(papers::add);
    Collections.shuffle(papers, random);
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("akin-nights-");
    try (PaperIndex index = new LuceneStore(Path.of(arguments[0])).open(PaperIndex.Check.NOTHING);
        IndexSnapshot source = index.snapshot()) {
      new NightsBench(
              source,
              Integer.parseInt(arguments[1]),
              Integer.parseInt(arguments[2]),
              Long.parseLong(arguments[3]))
          .run(folder);
    } finally {
      Temporary.delete(folder);
    }
  }

  private void run(Path folder) {
    int first = papers.size() - nights * newPapers;
    Path nightly = folder.resolve("nightly");
    write(nightly, papers.subList(0, first));
    double[] seconds = new double[nights];
    int changes = (int) (CHANGED_SHARE * papers.size() / nights);
    for (int night = 0; night < nights; night++) {
      long start = System.nanoTime();
      int from = first + night * newPapers;
      night(nightly, from, papers.subList(from, from + newPapers), changes);
      seconds[night] = (System.nanoTime() - start) / 1e9;
    }
    Path once = folder.resolve("once");
    copy(nightly, once);
    Arrays.sort(seconds);
    System.out.printf(
        Locale.ROOT,
        "%,d papers, then %d nights of %d new, %d changed or deleted each; without embedding a night"
            + " took %.1f s (median), %.1f s (longest)%n",
        first,
        nights,
        newPapers,
        changes,
        seconds[nights / 2],
        seconds[nights - 1]);
    report(nightly, once);
  }

  private void write(Path directory, List<Integer> added) {
    try (PaperIndexWriter writer = new LuceneStore(directory).writer(List.of(space))) {
      added.forEach(paper -> put(writer, paper));
      writer.compact(FLOOR, null);
    }
  }

  private void night(Path directory, int known, List<Integer> added, int changes) {
    try (PaperIndexWriter writer = new LuceneStore(directory).writer(List.of(space))) {
      for (int i = 0; i < changes; i++) {
        change(writer, papers.get(random.nextInt(known)));
      }
      added.forEach(paper -> put(writer, paper));
      writer.commit();
      writer.compact(FLOOR, null);
    }
  }

  private void put(PaperIndexWriter writer, int paper) {
    List<Embedding> embeddings = source.embeddings(paper);
    Paper record = source.paper(paper);
    TextKey key = TextKey.of(record.title() + " " + record.abstractText());
    if (embeddings.isEmpty()) {
      writer.upsert(record, null);
      return;
    }
    if (!writer.holds(key)) {
      SentenceEmbeddings sentences = source.sentences(paper);
      writer.addText(
          key,
          sentences == null
              ? TextVectors.of(embeddings.getFirst())
              : new TextVectors(List.of(embeddings.getFirst()), sentences));
    }
    writer.upsert(record, key);
  }

  private void change(PaperIndexWriter writer, int number) {
    Paper paper = source.paper(number);
    List<Embedding> embeddings = source.embeddings(number);
    if (embeddings.isEmpty()) {
      return;
    }
    if (random.nextDouble() < DELETED_OF_CHANGED) {
      writer.delete(paper.id());
      return;
    }
    Paper changed =
        new Paper(
            paper.id(),
            paper.title(),
            paper.abstractText() + " Revision " + random.nextInt() + ".",
            paper.authors(),
            paper.date(),
            paper.categories(),
            paper.url(),
            paper.doi());
    TextKey key = TextKey.of(changed.title() + " " + changed.abstractText());
    writer.addText(key, TextVectors.of(near(embeddings.getFirst())));
    writer.upsert(changed, key);
  }

  private Embedding near(Embedding embedding) {
    float[] values = embedding.toArray().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += CHANGE * (float) random.nextGaussian();
    }
    return Embedding.normalize(space, values);
  }

  /// Makes an index of what another holds, at once.
  private void copy(Path from, Path to) {
    try (PaperIndex index = new LuceneStore(from).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      NightsBench all = new NightsBench(snapshot, 0, 0, 1);
      all.write(to, all.papers);
    }
  }

  private static void report(Path nightly, Path once) {
    System.out.println("made        papers   MB    recall@10   median search");
    RecallAtTen first = recall(once);
    RecallAtTen last = recall(nightly);
    print("at once", once, first);
    print("by night", nightly, last);
    RecallAtTen again = recall(once);
    System.out.printf(
        Locale.ROOT,
        "search: %.2f times (at most 1.5); at once, measured again: %.3f ms%n",
        last.medianMillis() / Math.min(first.medianMillis(), again.medianMillis()),
        again.medianMillis());
  }

  private static void print(String made, Path directory, RecallAtTen recall) {
    try (PaperIndex index = new LuceneStore(directory).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      System.out.printf(
          Locale.ROOT,
          "%-9s %,8d %5.0f    %.4f      %.3f ms%n",
          made,
          snapshot.info().papers(),
          snapshot.info().sizeBytes() / 1e6,
          recall.recall(),
          recall.medianMillis());
    }
  }

  private static RecallAtTen recall(Path directory) {
    try (PaperIndex index = new LuceneStore(directory).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      snapshot.recall(QUERIES, 1, 7); // Java learns
      return snapshot.recall(QUERIES, 1, 1);
    }
  }
}
