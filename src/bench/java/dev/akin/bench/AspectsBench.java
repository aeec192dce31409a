package dev.akin.bench;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the aspects of a query cost, and how different their answers are: random papers of an index
/// are searched without an aspect and by each, in turns.
///
/// Usage: AspectsBench INDEX COUNT SEED
final class AspectsBench {
  /// Without an aspect, then by each.
  private static final List<@Nullable Aspect> ALL = all();

  private final PaperIndex index;
  private final Recommender recommender;
  private final List<String> ids;

  private AspectsBench(PaperIndex index, int count, long seed) {
    this.index = index;
    this.recommender =
        new Recommender(
            index,
            () -> {
              throw new IllegalStateException("no text is embedded here");
            });
    this.ids = idsWithAllAspects(count, new Random(seed));
  }

  private static List<@Nullable Aspect> all() {
    List<@Nullable Aspect> all = new ArrayList<>();
    all.add(null);
    all.addAll(Arrays.asList(Aspect.values()));
    return all;
  }

  /// Measures and prints.
  public static void main(String[] arguments) {
    try (PaperIndex index = new LuceneStore(Path.of(arguments[0])).open(PaperIndex.Check.NOTHING)) {
      AspectsBench bench =
          new AspectsBench(index, Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
      bench.printTimes(Mode.HYBRID);
      bench.printTimes(Mode.SEMANTIC);
      bench.printOverlap();
    }
  }

  /// Random papers that have every aspect; prints how many papers lack each.
  private List<String> idsWithAllAspects(int count, Random random) {
    List<String> chosen = new ArrayList<>();
    int[] lacking = new int[ALL.size()];
    int seen = 0;
    try (IndexSnapshot snapshot = index.snapshot()) {
      List<Integer> papers = new ArrayList<>();
      snapshot.scan(papers::add);
      while (chosen.size() < count) {
        String id = snapshot.id(papers.get(random.nextInt(papers.size()))).value();
        boolean hasAll = true;
        for (int i = 0; i < ALL.size(); i++) {
          if (answer(id, Mode.SEMANTIC, ALL.get(i)) == null) {
            lacking[i]++;
            hasAll = false;
          }
        }
        seen++;
        if (hasAll) {
          chosen.add(id);
        }
      }
    }
    for (int i = 0; i < ALL.size(); i++) {
      print(
          "%-8s refused for %.1f %% of %,d random papers",
          name(i), 100.0 * lacking[i] / seen, seen);
    }
    return chosen;
  }

  private @Nullable List<Recommendation> answer(String id, Mode mode, @Nullable Aspect aspect) {
    RecommendOptions options = RecommendOptions.DEFAULT.withMode(mode).withAspect(aspect);
    try {
      return recommender.recommend(Query.of(new Example.LikePaper(id)), options).results();
    } catch (NoDirectionException e) {
      return null;
    }
  }

  private void printTimes(Mode mode) {
    double[][] millis = new double[ALL.size()][ids.size()];
    for (int pass = 0; pass < 2; pass++) {
      for (int query = 0; query < ids.size(); query++) {
        for (int i = 0; i < ALL.size(); i++) {
          long start = System.nanoTime();
          answer(ids.get(query), mode, ALL.get(i));
          millis[i][query] = (System.nanoTime() - start) / 1e6;
        }
      }
    }
    double whole = median(millis[0]);
    for (int i = 0; i < ALL.size(); i++) {
      double median = median(millis[i]);
      print(
          "%-8s %-8s p50 %.3f ms, %.2f times that of whole papers (at most 1.5)",
          mode.label(), name(i), median, median / whole);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private void printOverlap() {
    double[][] shared = new double[ALL.size()][ALL.size()];
    for (String id : ids) {
      List<Set<String>> answers = ALL.stream().map(aspect -> ids(id, aspect)).toList();
      for (int i = 0; i < shared.length; i++) {
        for (int j = 0; j < i; j++) {
          Set<String> both = new HashSet<>(answers.get(i));
          both.retainAll(answers.get(j));
          shared[i][j] += (double) both.size() / ids.size();
        }
      }
    }
    for (int i = 1; i < shared.length; i++) {
      for (int j = 0; j < i; j++) {
        print("of ten papers by %s, %.1f are among those by %s", name(i), shared[i][j], name(j));
      }
    }
  }

  private Set<String> ids(String id, @Nullable Aspect aspect) {
    Set<String> found = new HashSet<>();
    List<Recommendation> answer = answer(id, Mode.HYBRID, aspect);
    if (answer != null) {
      answer.forEach(result -> found.add(result.paper().id().value()));
    }
    return found;
  }

  private static String name(int place) {
    Aspect aspect = ALL.get(place);
    return aspect == null ? "whole" : aspect.label();
  }

  private static void print(String line, Object... values) {
    System.out.printf(Locale.ROOT, line + "%n", values);
  }
}
