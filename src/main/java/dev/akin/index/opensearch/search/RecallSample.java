package dev.akin.index.opensearch.search;

import dev.akin.base.Deadline;
import dev.akin.index.opensearch.document.ClusterLayout;
import dev.akin.index.opensearch.document.FoundDocument;
import dev.akin.index.store.RecallAtTen;
import dev.akin.index.store.TextKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// Compares the cluster's graph search with a comparison of all vectors, for random texts that one
/// paper has.
///
/// @hidden public for its own room only
public record RecallSample(View view, long seed) {
  private static final int DEPTH = 10;

  /// Searches for random papers in both ways.
  ///
  /// @param samples how many papers to search for
  /// @param share the share of papers that a random filter keeps, above 0 to 1
  public RecallAtTen check(int samples, double share) {
    Random random = new Random(seed);
    List<Integer> papers = papers(samples, random.nextInt(ClusterLayout.CHANCES));
    VectorSearch search = new VectorSearch(view, 0, Deadline.NEVER);
    StoredFields stored = new StoredFields(view, Deadline.NEVER);
    ObjectNode kept = share < 1 ? kept(share) : null;
    double recall = 0;
    long[] nanos = new long[papers.size()];
    for (int i = 0; i < papers.size(); i++) {
      float[] query =
          view.one(papers.get(i), stored.embeddings(List.of(papers.get(i)))).getFirst().toArray();
      long start = System.nanoTime();
      Set<TextKey> found = others(search.graph(query, DEPTH + 1, kept), papers.get(i));
      nanos[i] = System.nanoTime() - start;
      recall += recall(found, others(search.exact(query, DEPTH + 1, kept), papers.get(i)));
    }
    Arrays.sort(nanos);
    return papers.isEmpty()
        ? new RecallAtTen(share, 0, 1, 0)
        : new RecallAtTen(
            share, papers.size(), recall / papers.size(), nanos[nanos.length / 2] / 1e6);
  }

  private static ObjectNode kept(double share) {
    int end = (int) (share * ClusterLayout.CHANCES);
    return SearchJson.filtered(
        SearchJson.range(ClusterLayout.CHANCE, null, end), SearchJson.exists(ClusterLayout.KEY));
  }

  /// Papers with a text of their own, from one place on in the order of chance.
  private List<Integer> papers(int count, int from) {
    List<Integer> papers = new ArrayList<>();
    for (ObjectNode part :
        List.of(
            SearchJson.range(ClusterLayout.CHANCE, from, null),
            SearchJson.range(ClusterLayout.CHANCE, null, from - 1))) {
      int most = Math.min(count - papers.size(), Point.MAX_RESULTS);
      if (most > 0) {
        ObjectNode body =
            Point.body(SearchJson.filtered(part, SearchJson.exists(ClusterLayout.KEY)), most);
        body.putArray("sort").addObject().put(ClusterLayout.CHANCE, "asc");
        view.point()
            .found(body, Deadline.NEVER)
            .forEach(found -> papers.add(view.numbers().of(found)));
      }
    }
    return papers;
  }

  /// The documents that were found, without that of the paper itself.
  private Set<TextKey> others(List<FoundDocument> found, int paper) {
    return found.stream()
        .map(FoundDocument::key)
        .filter(key -> key != null && !key.equals(view.numbers().met(paper).text()))
        .limit(DEPTH)
        .collect(Collectors.toSet());
  }

  private static double recall(Set<TextKey> found, Set<TextKey> exact) {
    return exact.isEmpty()
        ? 1
        : exact.stream().filter(found::contains).count() / (double) exact.size();
  }
}
