package dev.akin.bench;

import com.sun.management.ThreadMXBean;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What answers for random papers of an index take of a processor, and the answers themselves, to
/// be compared with those of another version of akin. Unlike [SearchBench], it may be run on a
/// machine with other work, beside the other version.
///
/// Usage: AnswersBench INDEX COUNT SEED FILE
final class AnswersBench {
  /// Java compiles what it runs often: the best one counts.
  private static final int PASSES = 8;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Recommender recommender;
  private final List<String> ids;

  private AnswersBench(Recommender recommender, List<String> ids) {
    this.recommender = recommender;
    this.ids = ids;
  }

  /// Measures, prints, and writes the answers, one a line.
  public static void main(String[] arguments) throws Exception {
    try (PaperIndex index = new LuceneStore(Path.of(arguments[0])).open(PaperIndex.Check.NEWEST)) {
      Recommender recommender =
          new Recommender(
              index,
              () -> {
                throw new IllegalStateException("no text is embedded here");
              });
      List<String> ids =
          SearchBench.randomIds(
              index, Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
      AnswersBench bench = new AnswersBench(recommender, ids);
      List<String> lines = new ArrayList<>();
      for (Mode mode : List.of(Mode.SEMANTIC, Mode.HYBRID, Mode.LEXICAL)) {
        bench.measure(mode);
        ids.forEach(id -> lines.add(bench.line(mode, id)));
      }
      Files.write(Path.of(arguments[3]), lines);
    }
  }

  private void measure(Mode mode) {
    double best = Double.MAX_VALUE;
    long bytes = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      long start = THREADS.getCurrentThreadCpuTime();
      long before = THREADS.getCurrentThreadAllocatedBytes();
      ids.forEach(id -> answer(mode, id));
      bytes = (THREADS.getCurrentThreadAllocatedBytes() - before) / ids.size();
      best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / ids.size());
    }
    System.out.printf(
        Locale.ROOT, "%-9s %.3f ms, %d kB allocated%n", mode.label(), best, bytes / 1000);
  }

  private Answer answer(Mode mode, String id) {
    return recommender.recommend(
        Query.of(new Example.LikePaper(id)), RecommendOptions.DEFAULT.withMode(mode));
  }

  private String line(Mode mode, String id) {
    Answer answer = answer(mode, id);
    StringBuilder line = new StringBuilder(mode.label() + " " + id);
    line.append(" below ").append(answer.belowFloor()).append(' ').append(answer.versions());
    for (Recommendation result : answer.results()) {
      line.append(' ').append(result.paper().id()).append('=').append(result.cosine());
      line.append('/').append(result.score()).append(result.versions());
    }
    return line.toString();
  }
}
