package dev.akin.index.lucene.search;

import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.document.StoredRoles;
import dev.akin.index.lucene.document.StoredSentences;
import dev.akin.index.lucene.document.TextTable;
import dev.akin.roles.PaperRoles;
import dev.akin.roles.Role;
import dev.akin.vector.Cosine;
import dev.akin.vector.SentenceEmbeddings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
    StoredSentences sentences =
        new StoredSentences(commit.reader(), commit.info().spaces().getFirst());
    Map<Integer, Double> cosines = new HashMap<>();
    for (Owner owner : owners(papers)) {
      float[] part = part(owner.roles(), sentences.of(owner.text()));
      if (part != null) {
        cosines.put(owner.paper(), Cosine.dot(query, part) / Math.sqrt(Cosine.dot(part, part)));
      }
    }
    return cosines;
  }

  /// A paper with a text.
  private record Owner(int paper, int text, PaperRoles roles) {}

  /// Those of some papers that have a text, in the order of their texts.
  private List<Owner> owners(int[] papers) throws IOException {
    TextTable texts = commit.texts();
    StoredRoles roles = new StoredRoles(commit.reader());
    List<Owner> owners = new ArrayList<>(papers.length);
    for (int paper : IntStream.of(papers).sorted().toArray()) {
      if (texts.textOf(paper) >= 0) {
        owners.add(new Owner(paper, texts.textOf(paper), roles.of(paper)));
      }
    }
    owners.sort(Comparator.comparingInt(Owner::text));
    return owners;
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
