package dev.akin.recommend.explain;

import dev.akin.paper.Paper;
import dev.akin.paper.Sentences;
import dev.akin.roles.PaperRoles;
import dev.akin.vector.SentenceEmbeddings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Pairs the sentences of a query with those of papers.
///
/// @param texts of all positives, one after the other
/// @param roles of each positive
/// @param embeddings of each positive
record SentencePairs(
    List<String> texts, List<PaperRoles> roles, List<SentenceEmbeddings> embeddings) {
  private static final int MAX_PAIRS = 3;
  private static final double MIN_COSINE = 0.3;

  /// The closest pairs. Each sentence is in at most one pair.
  ///
  /// @param stored of the paper
  /// @param paperRoles of the paper
  List<Why.SentencePair> with(Paper paper, SentenceEmbeddings stored, PaperRoles paperRoles) {
    List<String> sentences = Sentences.of(paper.title(), paper.abstractText());
    // Papers that share a text may have different titles, and then different sentences.
    return stored.count() == sentences.size()
        ? best(all(sentences, stored, paperRoles))
        : List.of();
  }

  private List<Why.SentencePair> all(
      List<String> sentences, SentenceEmbeddings stored, PaperRoles paperRoles) {
    List<Why.SentencePair> pairs = new ArrayList<>();
    int first = 0;
    for (int positive = 0; positive < embeddings.size(); positive++) {
      SentenceEmbeddings query = embeddings.get(positive);
      for (int i = 0; i < query.count(); i++) {
        for (int j = 0; j < stored.count(); j++) {
          double cosine = query.cosine(i, stored, j);
          if (cosine >= MIN_COSINE) {
            pairs.add(
                new Why.SentencePair(
                    first + i,
                    j,
                    cosine,
                    texts.get(first + i),
                    sentences.get(j),
                    roles.get(positive).likeliest(i),
                    paperRoles.likeliest(j)));
          }
        }
      }
      first += query.count();
    }
    return pairs;
  }

  private static List<Why.SentencePair> best(List<Why.SentencePair> pairs) {
    Set<Integer> queries = new HashSet<>();
    Set<Integer> papers = new HashSet<>();
    List<Why.SentencePair> best = new ArrayList<>();
    pairs.sort(Comparator.comparingDouble(pair -> -pair.cosine()));
    for (Why.SentencePair pair : pairs) {
      boolean free = !queries.contains(pair.query()) && !papers.contains(pair.paper());
      if (free && best.size() < MAX_PAIRS) {
        queries.add(pair.query());
        papers.add(pair.paper());
        best.add(pair);
      }
    }
    return best;
  }
}
