package dev.akin.job;

import dev.akin.paper.PaperId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Records that differ from what the index holds of their id, or whose id was met twice: they wait
/// for the end of the input, so that the last record of an id wins and a second run over the same
/// input finds nothing to do.
final class PendingPapers {
  private static final long MAX_CHARACTERS = 16_000_000;

  private final Map<PaperId, PendingPaper> waiting = new LinkedHashMap<>();
  private long characters;

  /// The last record of an id that waits.
  @Nullable PendingPaper of(PaperId id) {
    return waiting.get(id);
  }

  /// Lets a record wait, in the place of an earlier one of its id.
  void add(PendingPaper conflict) {
    PendingPaper before = waiting.put(conflict.paper().id(), conflict);
    characters += Window.characters(conflict.paper());
    characters -= before == null ? 0 : Window.characters(before.paper());
  }

  boolean isFull() {
    return characters >= MAX_CHARACTERS;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// All that wait, which then wait no more.
  List<PendingPaper> take() {
    List<PendingPaper> taken = List.copyOf(waiting.values());
    waiting.clear();
    characters = 0;
    return taken;
  }
}
