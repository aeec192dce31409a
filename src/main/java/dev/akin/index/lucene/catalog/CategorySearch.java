package dev.akin.index.lucene.catalog;

import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.search.SearchTime;
import dev.akin.index.record.IndexFields;
import dev.akin.index.word.FilterName;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/// Finds out whether there is a category, and which ones are called nearly the same.
///
/// @param time of its searches
///
/// @hidden public for its own room only
public record CategorySearch(OpenCommit commit, SearchTime time) {
  /// Whether a paper has a category, in any case.
  public boolean isKnown(String category) throws IOException {
    Term term = new Term(IndexFields.CATEGORY, FilterName.of(category));
    return time.searcher(commit).count(new TermQuery(term)) > 0;
  }

  /// Categories as papers write them that begin with the same letters, or differ by one or two
  /// letters.
  public List<String> suggest(String category, int count) throws IOException {
    CompletionSearch completions = new CompletionSearch(commit, time);
    Set<String> near = new LinkedHashSet<>();
    String term = FilterName.of(category);
    for (String each : nearlyCalled(term)) {
      completions.categories(each, 1).forEach(found -> near.add(found.text()));
    }
    int dot = term.indexOf('.');
    String start = dot > 0 ? term.substring(0, dot) : term;
    completions.categories(start, count).forEach(found -> near.add(found.text()));
    return near.stream().limit(count).toList();
  }

  private Set<String> nearlyCalled(String term) throws IOException {
    Set<String> found = new LinkedHashSet<>();
    Terms terms = MultiTerms.getTerms(commit.reader(), IndexFields.CATEGORY);
    if (terms != null) {
      int edits = Math.min(LevenshteinAutomata.MAXIMUM_SUPPORTED_DISTANCE, term.length() / 2);
      FuzzyTermsEnum near =
          new FuzzyTermsEnum(terms, new Term(IndexFields.CATEGORY, term), edits, 0, true);
      for (BytesRef each = near.next(); each != null; each = near.next()) {
        found.add(each.utf8ToString());
      }
    }
    return found;
  }
}
