package dev.akin.bench.million;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Real papers, and papers made of them: the title of one with the abstract and the authors of a
/// near other. Papers whose vector the index has keep it; the others get a mixture of those of two
/// near papers, with noise. The same inputs give the same corpus.
///
/// A tenth of the papers have the category `tenth`, a hundredth also `hundredth`.
final class MadeCorpus {
  /// Of a million papers 279,000 are real; of fewer, the same share.
  private static final double SHARED_BY = 1_000_000;

  private static final int NEAR_OTHERS = 10;
  private static final float REVISION = 0.02f;

  private final List<Paper> real;
  private final BaseVectors bases;
  private double noise;
  private final int[] baseOf;
  private final Map<Integer, int[]> realOf = new HashMap<>();

  MadeCorpus(BaseVectors bases, Path data, int papers) {
    this.bases = bases;
    this.real = RealPapers.read(data, Math.min(1, papers / SHARED_BY));
    this.baseOf = IntStream.range(0, real.size()).parallel().map(this::base).toArray();
    Map<Integer, IntStream.Builder> members = new HashMap<>();
    for (int i = 0; i < baseOf.length; i++) {
      members.computeIfAbsent(baseOf[i], _ -> IntStream.builder()).add(i);
    }
    members.forEach((base, all) -> realOf.put(base, all.build().toArray()));
  }

  private int base(int number) {
    Integer own = bases.own(real.get(number));
    return own == null ? bases.like(real.get(number), BaseVectors.random(number)) : own;
  }

  /// Chooses the noise with which a corpus has the same median of cosines to nearest neighbors.
  ///
  /// @param papers how many papers the corpus has
  /// @return its cosines with that noise
  NearestCosines fit(int papers, NearestCosines like) {
    noise =
        NearestCosines.fittingNoise(
            like.quantile(50), tried -> NearestCosines.made(papers, i -> vector(i, tried)));
    return NearestCosines.made(papers, number -> vector(number, noise));
  }

  private float[] vector(int number, double withNoise) {
    Random random = BaseVectors.random(number);
    if (number < real.size()) {
      return realVector(number, withNoise, random);
    }
    int first = first(number);
    int second = other(first, round(number), random);
    return bases.mix(baseOf[first], baseOf[second], withNoise, random);
  }

  private int round(int number) {
    return (number - real.size()) / real.size();
  }

  /// A step that shares no factor with the count meets every real paper once in each round.
  private int first(int number) {
    return (int) ((number - real.size()) * 7_368_787L % real.size());
  }

  /// How many papers are real, and how many of those have their own vector.
  String counts() {
    long own = real.stream().filter(paper -> bases.own(paper) != null).count();
    return "%,d real papers, %,d with their own vector".formatted(real.size(), own);
  }

  /// Writes the corpus, and further files for nights: papers that have changed, and new ones.
  ///
  /// @param newPapers of each night
  void write(Path folder, int papers, int nights, int newPapers) throws IOException {
    try (PaperFile.Out out = PaperFile.of(folder, "papers").create()) {
      for (int number = 0; number < papers; number++) {
        add(out, number);
      }
    }
    Files.createDirectories(folder.resolve("nights"));
    for (int night = 0; night < nights; night++) {
      try (PaperFile.Out out = Nights.file(folder, night).create()) {
        Random random = BaseVectors.random(night);
        for (int i = 0; i < newPapers / 5; i++) {
          change(out, random.nextInt(papers), night);
        }
        for (int i = 0; i < newPapers; i++) {
          add(out, papers + night * newPapers + i);
        }
      }
    }
  }

  private void add(PaperFile.Out out, int number) throws IOException {
    Recipe recipe = recipe(number);
    out.add(paper(recipe, recipe.other().abstractText()), recipe.vector());
  }

  private void change(PaperFile.Out out, int number, int night) throws IOException {
    Recipe recipe = recipe(number);
    float[] vector = recipe.vector();
    Random random = BaseVectors.random(night);
    double scale = REVISION / Math.sqrt(vector.length);
    for (int i = 0; i < vector.length; i++) {
      vector[i] += (float) (scale * random.nextGaussian());
    }
    out.add(
        paper(recipe, recipe.other().abstractText() + " Revised in night " + night + "."), vector);
  }

  /// What a paper is made of.
  ///
  /// @param title the paper that gives the title
  /// @param other the one that gives the abstract; the same if the paper is real
  @SuppressWarnings("ArrayRecordComponent") // made for one use, never compared
  private record Recipe(int number, Paper title, Paper other, float[] vector) {
    boolean isReal() {
      return title.id().equals(other.id());
    }
  }

  private Recipe recipe(int number) {
    if (number < real.size()) {
      Paper paper = real.get(number);
      return new Recipe(number, paper, paper, vector(number, noise));
    }
    int first = first(number);
    int second = other(first, round(number), BaseVectors.random(number));
    return new Recipe(number, real.get(first), real.get(second), vector(number, noise));
  }

  private float[] realVector(int number, double withNoise, Random random) {
    int base = baseOf[number];
    if (bases.own(real.get(number)) != null) {
      return bases.vector(base).clone();
    }
    int[] near = bases.near(base);
    int other = near.length == 0 ? base : near[random.nextInt(Math.min(NEAR_OTHERS, near.length))];
    return bases.mix(base, other, withNoise, random);
  }

  /// A near other real paper; any other one if there are too few.
  ///
  /// @param round another one in each round, as long as there are any
  private int other(int first, int round, Random random) {
    int[] own = realOf.getOrDefault(baseOf[first], new int[0]);
    int left = round;
    if (left < own.length - 1) {
      return own[left] < first ? own[left] : own[left + 1];
    }
    left -= own.length - 1;
    for (int base : bases.near(baseOf[first])) {
      int[] near = realOf.getOrDefault(base, new int[0]);
      if (left < near.length) {
        return near[left];
      }
      left -= near.length;
    }
    return (first + 1 + random.nextInt(real.size() - 1)) % real.size();
  }

  private static Paper paper(Recipe recipe, String abstractText) {
    List<String> categories = new ArrayList<>(recipe.other().categories());
    if (recipe.number() % 10 == 0) {
      categories.add("tenth");
    }
    if (recipe.number() % 100 == 0) {
      categories.add("hundredth");
    }
    return new Paper(
        recipe.isReal() ? recipe.title().id() : new PaperId("made-" + recipe.number()),
        recipe.title().title(),
        abstractText,
        recipe.other().authors(),
        recipe.title().date(),
        categories,
        recipe.isReal() ? recipe.title().url() : null,
        recipe.isReal() ? recipe.title().doi() : null);
  }
}
