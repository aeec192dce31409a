package dev.akin.index.search;

import dev.akin.index.commit.OpenCommit;
import dev.akin.index.document.StoredRoles;
import dev.akin.index.document.StoredSentences;
import dev.akin.index.document.TextTable;
import dev.akin.roles.PaperRoles;
import dev.akin.roles.Role;
import dev.akin.vector.Cosine;
import dev.akin.vector.SentenceEmbeddings;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compares a vector with those parts of papers that have one role: the sum of the unit vectors of
/// a paper's sentences, each times its probability and its length ([PaperRoles#weights]).
///
/// @hidden public for its own room only
public final class PartSearch {
  private final OpenCommit commit;
  private final Role role;

  public PartSearch(OpenCommit commit, Role role) {
    this.commit = commit;
    this.role = role;
  }

  /// The cosines of a unit vector with the parts of some papers, by number; papers of which nothing
  /// has the role are left out.
  public Map<Integer, Double> cosines(float[] query, int[] papers) throws IOException {
    TextTable texts = commit.texts();
    List<Integer> byText =
        Arrays.stream(papers)
            .filter(paper -> texts.textOf(paper) >= 0)
            .boxed()
            .sorted(Comparator.comparing(texts::textOf))
            .toList();
    Map<Integer, PaperRoles> roles = roles(byText);
    StoredSentences sentences =
        new StoredSentences(commit.reader(), commit.info().spaces().getFirst());
    Map<Integer, Double> cosines = new HashMap<>();
    for (int paper : byText) {
      float[] part = part(roles.get(paper), sentences.of(texts.textOf(paper)));
      if (part != null) {
        cosines.put(paper, Cosine.dot(query, part) / Math.sqrt(Cosine.dot(part, part)));
      }
    }
    return cosines;
  }

  private Map<Integer, PaperRoles> roles(List<Integer> papers) throws IOException {
    StoredRoles stored = new StoredRoles(commit.reader());
    Map<Integer, PaperRoles> roles = new HashMap<>();
    for (int paper : papers.stream().sorted().toList()) {
      roles.put(paper, stored.of(paper));
    }
    return roles;
  }

  /// The part of a paper, of any length; absent if nothing of the paper has the role.
  private float @Nullable [] part(PaperRoles roles, SentenceEmbeddings sentences) {
    // Papers that share a text may have different titles, and then different sentences.
    if (roles.count() != sentences.count()) {
      return null;
    }
    float[] part = sentences.sum(roles.weights(role));
    return Cosine.dot(part, part) > 0 ? part : null;
  }
}
