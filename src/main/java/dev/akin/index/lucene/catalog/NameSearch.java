package dev.akin.index.lucene.catalog;

import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.document.PaperIds;
import dev.akin.index.record.IndexFields;
import dev.akin.paper.PastedName;
import dev.akin.paper.TitleKey;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;

/// Finds papers by what they are called: id, identifier, title.
///
/// @hidden public for its own room only
public record NameSearch(OpenCommit commit) {
  private static final Sort BY_ID = new Sort(new SortField(IndexFields.ID, SortField.Type.STRING));

  private static final Pattern LETTER_AND_DIGIT =
      Pattern.compile("\\p{L}\\S*\\p{Nd}|\\p{Nd}\\S*\\p{L}");

  /// The paper that a text means: by its id; else by a public name as people paste it, see
  /// [PastedName]; else by what its source calls it, or its title, if only one paper is called so.
  public OptionalInt find(String name) throws IOException {
    OptionalInt identified = identified(name);
    if (identified.isPresent()) {
      return identified;
    }
    OptionalInt called = only(all(new Term(IndexFields.NAME, name.strip()), 2));
    return called.isPresent() ? called : only(titled(name, 2));
  }

  /// The paper that somebody identifies in a search box: by its id or a public name; else by its id
  /// in another case, or what its source calls it, if only one paper is called so. A source may
  /// call a paper by a word or a number that means something else in a search box, so a name must
  /// have both letters and digits.
  public OptionalInt typed(String name) throws IOException {
    OptionalInt identified = identified(name);
    if (identified.isPresent() || !LETTER_AND_DIGIT.matcher(name).find()) {
      return identified;
    }
    String lower = name.strip().toLowerCase(Locale.ROOT);
    OptionalInt otherCase = only(all(new Term(IndexFields.ID_LOWER, lower), 2));
    return otherCase.isPresent()
        ? otherCase
        : only(all(new Term(IndexFields.NAME, name.strip()), 2));
  }

  private OptionalInt identified(String name) throws IOException {
    OptionalInt exact = new PaperIds(commit.reader()).paper(name);
    if (exact.isPresent()) {
      return exact;
    }
    for (String identifier : PastedName.of(name)) {
      List<Integer> papers = all(new Term(IndexFields.ALIAS, identifier), 1);
      if (!papers.isEmpty()) {
        return OptionalInt.of(papers.getFirst());
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalInt only(List<Integer> papers) {
    return papers.size() == 1 ? OptionalInt.of(papers.getFirst()) : OptionalInt.empty();
  }

  /// The papers whose titles have the same [TitleKey], in the order of ids.
  public List<Integer> titled(String title, int count) throws IOException {
    return all(new Term(IndexFields.TITLE_KEY, TitleKey.of(title)), count);
  }

  private List<Integer> all(Term term, int count) throws IOException {
    return Arrays.stream(commit.searcher().search(new TermQuery(term), count, BY_ID).scoreDocs)
        .map(hit -> hit.doc)
        .toList();
  }
}
