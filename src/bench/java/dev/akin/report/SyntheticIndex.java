package dev.akin.report;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Writes an index of any number of papers that nobody has written, to measure reports of large
/// corpora. Nothing is embedded.
///
/// A paper belongs to one of 300 fields, and there to a group of about 40 papers. Its vector is the
/// field's, plus the group's, plus its own direction. The coordinates get smaller, so that vectors
/// fill few dimensions, as those of texts do. Words, authors and years are the field's. One paper
/// in a hundred repeats the paper before it. Usage: SyntheticIndex INDEX PAPERS DIMENSION SEED
final class SyntheticIndex {
  private static final int FIELDS = 300;
  private static final int GROUP = 40;
  private static final int WORDS_OF_FIELD = 40;
  private static final int WORDS_OF_ALL = 400;
  private static final double DECAY = 0.6;
  private static final int TITLE_WORDS = 8;
  private static final int ABSTRACT_WORDS = 130;

  private final Random random;
  private final int papers;
  private final List<float[]> fields = new ArrayList<>();
  private final List<float[]> groups = new ArrayList<>();
  private final int dimension;
  private final double[] sizes;
  private final Space space;

  private SyntheticIndex(int papers, int dimension, long seed) {
    this.papers = papers;
    this.dimension = dimension;
    this.sizes = new double[dimension];
    this.space = Space.of("synthetic", dimension, Map.of("weights", "none"));
    this.random = new Random(seed);
    for (int i = 0; i < dimension; i++) {
      sizes[i] = Math.pow(1 + i, -DECAY);
    }
    for (int field = 0; field < FIELDS; field++) {
      fields.add(near(new float[dimension], 1));
    }
    for (int group = 0; group <= papers / GROUP; group++) {
      groups.add(near(fields.get(fieldOf(group)), 0.8));
    }
  }

  public static void main(String[] arguments) {
    new SyntheticIndex(
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Long.parseLong(arguments[3]))
        .write(Path.of(arguments[0]));
  }

  /// Large and small fields.
  private static int fieldOf(int group) {
    double place = Math.abs(Math.sin(group * 12.9898) * 43_758.5453) % 1;
    return (int) (FIELDS * place * place);
  }

  private float[] near(float[] middle, double far) {
    double[] step = new double[dimension];
    double square = 0;
    for (int i = 0; i < dimension; i++) {
      step[i] = sizes[i] * random.nextGaussian();
      square += step[i] * step[i];
    }
    float[] near = middle.clone();
    for (int i = 0; i < dimension; i++) {
      near[i] += (float) (far * step[i] / Math.sqrt(square));
    }
    return Embedding.normalize(space, near).toArray();
  }

  private void write(Path directory) {
    long start = System.nanoTime();
    try (PaperIndexWriter writer = new LuceneStore(directory).writer(List.of(space))) {
      Paper last = null;
      float[] vector = new float[dimension];
      for (int number = 0; number < papers; number++) {
        int group = random.nextInt(groups.size());
        Paper again = random.nextInt(100) == 0 ? last : null;
        vector = again == null ? near(groups.get(group), 0.7) : near(vector, 0.2);
        Paper paper = again == null ? paper(number, fieldOf(group)) : renamed(again, number);
        TextKey key = TextKey.of(paper.id() + paper.title());
        writer.addText(key, TextVectors.of(Embedding.ofUnit(space, vector)));
        writer.upsert(paper, key);
        last = paper;
        if (number % 10_000 == 9_999) {
          System.out.printf(
              Locale.ROOT, "%,d papers, %.0f s%n", number + 1, (System.nanoTime() - start) / 1e9);
        }
      }
      writer.compact(1, null);
    }
    System.out.printf(Locale.ROOT, "written in %.0f s%n", (System.nanoTime() - start) / 1e9);
  }

  private Paper renamed(Paper paper, int number) {
    return new Paper(
        new PaperId("s" + number),
        paper.title(),
        paper.abstractText(),
        paper.authors(),
        paper.date(),
        List.of(),
        "https://example.org/" + number,
        null);
  }

  private Paper paper(int number, int field) {
    List<String> authors = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      authors.add(word(random.nextInt(100_000)) + " " + word(random.nextInt(1 + papers / 4)));
    }
    return new Paper(
        new PaperId("s" + number),
        text(field, TITLE_WORDS),
        text(field, ABSTRACT_WORDS),
        authors,
        PublicationDate.parse(Integer.toString(2026 - (int) Math.sqrt(random.nextInt(1_000)))),
        List.of(),
        "https://example.org/" + number,
        null);
  }

  private String text(int field, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      int of = random.nextInt(3) == 0 ? WORDS_OF_FIELD * (1 + field) : 0;
      double place = random.nextDouble();
      int word = (int) ((of == 0 ? WORDS_OF_ALL : WORDS_OF_FIELD) * place * place);
      text.append(i == 0 ? "" : i % 15 == 0 ? ". " : " ")
          .append(word(of == 0 ? word : 9_000 + of + word));
    }
    return text.toString();
  }

  /// A word of letters for each number.
  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number + 500; rest > 0; rest /= 85) {
      word.append("bdfgklmnprstvwzhj".charAt(rest % 17)).append("aeiou".charAt(rest / 17 % 5));
    }
    return word.toString();
  }
}
