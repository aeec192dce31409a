package dev.akin.write.text;

import java.util.ArrayList;
import java.util.List;

/// The entries of a library that could not be read: how many, and what is wrong with the first
/// ones. For one thread.
public final class SkippedEntries {
  /// How many are named at most.
  static final int MAX_NAMED = 20;

  private final List<Entry> named = new ArrayList<>();
  private int count;

  /// An entry.
  ///
  /// @param line in which it begins, from 1
  /// @param what is wrong with it
  public record Entry(String file, long line, String what) {}

  /// Adds an entry.
  ///
  /// @param line in which it begins, from 1
  /// @param what is wrong with it
  public void add(String file, long line, String what) {
    if (named.size() < MAX_NAMED) {
      named.add(new Entry(file, line, what));
    }
    count++;
  }

  /// How many there are.
  public int count() {
    return count;
  }

  /// The first ones, such as `papers.bib:12: the entry has no title`.
  public List<String> lines() {
    return named.stream()
        .map(entry -> "%s:%d: %s".formatted(entry.file, entry.line, entry.what))
        .toList();
  }

  /// The first ones.
  public List<Entry> named() {
    return List.copyOf(named);
  }
}
