package dev.akin.index.search;

import dev.akin.index.commit.OpenCommit;
import dev.akin.index.document.PaperDocument;
import dev.akin.index.document.PaperIds;
import dev.akin.paper.PastedName;
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

  /// The paper that a text means: by its id; else by a public name as people paste it, see
  /// [PastedName]; else by what its source calls it, or its title, if only one paper is called so.
  public OptionalInt find(String name) throws IOException {
    OptionalInt exact = new PaperIds(commit.reader()).paper(name);
    if (exact.isPresent()) {
      return exact;
    }
    for (String identifier : PastedName.of(name)) {
      List<Integer> papers = all(new Term(PaperDocument.ALIAS, identifier), 1);
      if (!papers.isEmpty()) {
        return OptionalInt.of(papers.getFirst());
      }
    }
    OptionalInt called = only(all(new Term(PaperDocument.NAME, name.strip()), 2));
    return called.isPresent() ? called : only(titled(name, 2));
  }

  private static OptionalInt only(List<Integer> papers) {
    return papers.size() == 1 ? OptionalInt.of(papers.getFirst()) : OptionalInt.empty();
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
