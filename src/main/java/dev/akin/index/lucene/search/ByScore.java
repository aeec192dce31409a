package dev.akin.index.lucene.search;

import dev.akin.index.lucene.document.PaperIds;
import dev.akin.index.store.Hit;
import dev.akin.paper.PaperId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;

/// Orders hits: best score first, equal scores by paper id. Ids are looked up only where scores are
/// equal.
final class ByScore {
  private ByScore() {}

  static List<Hit> best(List<Hit> hits, int count, IndexReader reader) throws IOException {
    List<Hit> sorted = new ArrayList<>(hits);
    sorted.sort(Comparator.comparingDouble((Hit hit) -> -hit.score()));
    for (int from = 0; from < Math.min(count, sorted.size()); ) {
      int to = from + 1;
      while (to < sorted.size() && sorted.get(to).score() == sorted.get(from).score()) {
        to++;
      }
      if (to - from > 1) {
        sortById(sorted.subList(from, to), reader);
      }
      from = to;
    }
    return List.copyOf(sorted.subList(0, Math.min(count, sorted.size())));
  }

  private static void sortById(List<Hit> ties, IndexReader reader) throws IOException {
    PaperIds ids = new PaperIds(reader);
    Map<Integer, PaperId> idOf = new HashMap<>();
    for (Hit hit : ties) {
      idOf.put(hit.paper(), ids.id(hit.paper()));
    }
    ties.sort(Comparator.comparing(hit -> idOf.get(hit.paper())));
  }
}
