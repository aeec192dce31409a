package dev.akin.job;

import dev.akin.paper.PaperId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Papers that wait for the end of the input: those that differ from what the index has of them,
/// and those whose id occurs twice. So the last record of an id wins, and a second run over the
/// same input finds nothing to do.
final class PendingPapers {
  private static final long MAX_CHARACTERS = 16_000_000;

  private final Map<PaperId, PendingPaper> waiting = new LinkedHashMap<>();
  private long characters;

  /// The last record of an id that waits.
  @Nullable PendingPaper of(PaperId id) {
    return waiting.get(id);
  }

  /// Adds a record, in the place of an earlier one of its id.
  void add(PendingPaper paper) {
    PendingPaper before = waiting.put(paper.paper().id(), paper);
    characters += Window.characters(paper.paper());
    characters -= before == null ? 0 : Window.characters(before.paper());
  }

  boolean isFull() {
    return characters >= MAX_CHARACTERS;
  }

  int size() {
    return waiting.size();
  }

  /// How many of them are counted only when they are written.
  long open() {
    return waiting.values().stream().filter(PendingPaper::isOpen).count();
  }

  /// Removes and returns all of them.
  List<PendingPaper> take() {
    List<PendingPaper> taken = List.copyOf(waiting.values());
    waiting.clear();
    characters = 0;
    return taken;
  }
}
