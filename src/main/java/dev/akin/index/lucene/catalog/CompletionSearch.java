package dev.akin.index.lucene.catalog;

import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.document.StoredPapers;
import dev.akin.index.lucene.search.SearchTime;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.Completion;
import dev.akin.index.word.AuthorTerms;
import dev.akin.index.word.FilterName;
import dev.akin.paper.Paper;
import dev.akin.paper.TitleKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/// Finds titles, names of authors and categories that begin as somebody types.
///
/// They are terms of the index, sorted by their letters. So nothing else has to be built, held in
/// memory or kept up to date.
///
/// @param time of its searches
///
/// @hidden public for its own room only
public record CompletionSearch(OpenCommit commit, SearchTime time) {
  /// One letter begins everything.
  private static final int MIN_CHARACTERS = 2;

  private static final int MAX_CHARACTERS = 200;
  private static final int MAX_CATEGORIES = 3;
  private static final int MAX_PERSONS = 5;

  /// Up to `count` completions: first categories, then persons, both with the most papers first,
  /// then titles in the order of letters.
  public List<Completion> complete(String typed, int count) throws IOException {
    if (typed.strip().length() < MIN_CHARACTERS || typed.length() > MAX_CHARACTERS) {
      return List.of();
    }
    List<Completion> all = new ArrayList<>(categories(typed, Math.min(count, MAX_CATEGORIES)));
    all.addAll(persons(typed, Math.min(count, MAX_PERSONS)));
    all.addAll(titles(typed, count));
    return all.stream().distinct().limit(count).toList();
  }

  /// Categories that begin so, those with the most papers first.
  List<Completion> categories(String typed, int count) throws IOException {
    String field = IndexFields.CATEGORY;
    return written(
        Completion.Kind.CATEGORY,
        field,
        starting(field, FilterName.of(typed)).mostFrequent(count),
        CompletionSearch::categories);
  }

  /// How a paper writes a category; `cs` is a part of `cs.CL`.
  private static Stream<String> categories(Paper paper, String term) {
    return paper.categories().stream()
        .map(String::strip)
        .filter(name -> (FilterName.of(name) + ".").startsWith(term + "."))
        .map(name -> name.substring(0, term.length()));
  }

  private List<Completion> persons(String typed, int count) throws IOException {
    String field = IndexFields.AUTHOR_TYPED;
    return written(
        Completion.Kind.PERSON,
        field,
        starting(field, start(AuthorTerms.key(typed), typed)).mostFrequent(count),
        (paper, term) ->
            paper.authors().stream().filter(author -> AuthorTerms.typed(author).contains(term)));
  }

  private List<Completion> titles(String typed, int count) throws IOException {
    String field = IndexFields.TITLE_KEY;
    return written(
        Completion.Kind.TITLE,
        field,
        starting(field, start(TitleKey.of(typed), typed)).first(count),
        (paper, _) -> Stream.of(paper.title()));
  }

  private StartingTerms starting(String field, String start) {
    return new StartingTerms(commit.reader(), field, start);
  }

  /// A space at the end says that the last word is whole.
  private static String start(String key, String typed) {
    return typed.endsWith(" ") && !key.isEmpty() ? key + " " : key;
  }

  /// Terms as a paper writes them. Those that no paper has any longer are left out.
  ///
  /// @param texts what a paper has for a term
  private List<Completion> written(
      Completion.Kind kind,
      String field,
      List<String> terms,
      BiFunction<Paper, String, Stream<String>> texts)
      throws IOException {
    IndexSearcher searcher = time.searcher(commit);
    List<Completion> written = new ArrayList<>();
    for (String term : terms) {
      TermQuery query = new TermQuery(new Term(field, term));
      ScoreDoc[] found = searcher.search(query, 1).scoreDocs;
      if (found.length > 0) {
        Paper paper = StoredPapers.read(commit.reader(), found[0].doc);
        Optional<String> text = texts.apply(paper, term).findFirst();
        if (text.isPresent()) {
          written.add(new Completion(kind, text.get(), searcher.count(query)));
        }
      }
    }
    return written;
  }
}
