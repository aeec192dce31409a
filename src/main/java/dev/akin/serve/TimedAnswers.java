package dev.akin.serve;

import dev.akin.base.Deadline;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.recommend.Recommender;
import dev.akin.serve.guard.RefusedRequest;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// Computes answers from snapshots, each before its deadline.
///
/// @param deadlines tells the deadline of a request that comes now
record TimedAnswers(AnswerThreads threads, Recommender recommender, Supplier<Deadline> deadlines) {
  /// Computes an answer, and waits for it.
  ///
  /// @param snapshot where the answer comes from
  /// @param answer computes it with a recommender and a snapshot that know the deadline
  /// @throws RefusedRequest if too many answers are waiting, or the deadline passes
  <T> T compute(
      IndexSnapshot snapshot, Deadline deadline, BiFunction<Recommender, IndexSnapshot, T> answer) {
    Recommender waiting = recommender.until(deadline, threads::lendingPlace);
    return threads.compute(
        deadline,
        () -> {
          // At the deadline the request closes its snapshot, perhaps while this thread still reads.
          try (IndexSnapshot own = snapshot.until(deadline)) {
            return own.undamaged(() -> answer.apply(waiting, own));
          }
        });
  }
}
