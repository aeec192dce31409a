package dev.akin.index.opensearch.search;

import dev.akin.index.opensearch.document.ClusterLayout;
import dev.akin.index.opensearch.document.FoundDocument;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.TextKey;
import dev.akin.paper.PaperId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Gives papers of one commit their numbers, in the order in which they are met. It remembers all
/// papers that were met, some hundred bytes each. Safe for use by many threads.
final class PaperNumbers {
  /// A paper that was met.
  ///
  /// @param text the key of its text; absent if it has none
  record Met(PaperId id, @Nullable TextKey text) {}

  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<Integer, Met> met = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  /// The fields that a number is made of.
  static final List<String> FIELDS = List.of(IndexFields.ID, ClusterLayout.TEXT, ClusterLayout.KEY);

  /// The number of the paper that was found.
  ///
  /// @param found with [#FIELDS]
  int of(FoundDocument found) {
    PaperId id = found.paperId();
    if (id == null) {
      throw new IllegalArgumentException("not a paper: " + found.documentId());
    }
    return numbers.computeIfAbsent(
        id.value(),
        _ -> {
          int number = next.getAndIncrement();
          met.put(number, new Met(id, found.text()));
          return number;
        });
  }

  /// The paper with a number.
  ///
  /// @throws IllegalArgumentException if there is none
  Met met(int number) {
    Met paper = met.get(number);
    if (paper == null) {
      throw new IllegalArgumentException("no paper has the number " + number);
    }
    return paper;
  }

  /// The numbers of papers by the keys of their texts; papers without a text are left out.
  Map<TextKey, List<Integer>> byText(int[] papers) {
    Map<TextKey, List<Integer>> byText = new HashMap<>();
    for (int paper : papers) {
      TextKey text = met(paper).text();
      if (text != null) {
        byText.computeIfAbsent(text, _ -> new ArrayList<>()).add(paper);
      }
    }
    return Collections.unmodifiableMap(byText);
  }
}
