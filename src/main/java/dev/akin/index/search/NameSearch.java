package dev.akin.index.search;

import dev.akin.index.commit.OpenCommit;
import dev.akin.index.document.PaperDocument;
import dev.akin.index.document.PaperIds;
import dev.akin.paper.Identifiers;
import dev.akin.paper.TitleKey;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;

/// Finds papers by what they are called: id, identifier, title.
///
/// @hidden public for its own room only
public record NameSearch(OpenCommit commit) {
  private static final Sort BY_ID =
      new Sort(new SortField(PaperDocument.ID, SortField.Type.STRING));

  /// The paper with an id, or else with an identifier such as `doi:10.1145/3`.
  public OptionalInt find(String name) throws IOException {
    OptionalInt exact = new PaperIds(commit.reader()).paper(name);
    return exact.isPresent() || !Identifiers.hasScheme(name)
        ? exact
        : all(new Term(PaperDocument.ALIAS, Identifiers.canonical(name)), 1).stream()
            .mapToInt(Integer::intValue)
            .findFirst();
  }

  /// The papers whose titles have the same [TitleKey], in the order of ids.
  public List<Integer> titled(String title, int count) throws IOException {
    return all(new Term(PaperDocument.TITLE_KEY, TitleKey.of(title)), count);
  }

  private List<Integer> all(Term term, int count) throws IOException {
    return Arrays.stream(commit.searcher().search(new TermQuery(term), count, BY_ID).scoreDocs)
        .map(hit -> hit.doc)
        .toList();
  }
}
