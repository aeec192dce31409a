package dev.akin.index.lucene.catalog;

import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.document.PaperIds;
import dev.akin.index.lucene.search.SearchTime;
import dev.akin.index.record.IndexFields;
import dev.akin.paper.PaperId;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/// Suggests ids for one that does not exist: first the same id in another case, then ids that
/// differ by one or two letters, then ids that begin with it.
///
/// @hidden public for its own room only
public final class IdSuggestions {
  private static final int MAX_EDITS = 2;

  private final OpenCommit commit;
  private final SearchTime time;

  public IdSuggestions(OpenCommit commit, SearchTime time) {
    this.commit = commit;
    this.time = time;
  }

  /// Up to `count` ids, the likeliest first.
  public List<PaperId> suggest(String id, int count) throws IOException {
    if (id.isBlank() || id.length() > PaperId.MAX_BYTES) {
      return List.of();
    }
    String lower = id.toLowerCase(Locale.ROOT);
    Set<PaperId> found = new LinkedHashSet<>();
    add(found, new TermQuery(new Term(IndexFields.ID_LOWER, lower)), count);
    add(found, new FuzzyQuery(new Term(IndexFields.ID_LOWER, lower), MAX_EDITS, 0), count);
    add(found, new PrefixQuery(new Term(IndexFields.ID_LOWER, lower)), count);
    return found.stream().limit(count).toList();
  }

  private void add(Set<PaperId> found, Query query, int count) throws IOException {
    PaperIds ids = new PaperIds(commit.reader());
    for (ScoreDoc hit : time.searcher(commit).search(query, count).scoreDocs) {
      found.add(ids.id(hit.doc));
    }
  }
}
