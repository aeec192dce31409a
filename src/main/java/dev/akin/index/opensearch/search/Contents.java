package dev.akin.index.opensearch.search;

import dev.akin.base.Deadline;
import dev.akin.index.opensearch.document.ClusterLayout;
import dev.akin.index.opensearch.document.FoundDocument;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.Completion;
import dev.akin.index.store.Facets;
import dev.akin.index.store.Filter;
import dev.akin.index.store.IndexContents;
import dev.akin.index.word.AuthorTerms;
import dev.akin.index.word.FilterName;
import dev.akin.paper.NamePattern;
import dev.akin.paper.Paper;
import dev.akin.paper.PublicationDate;
import dev.akin.paper.TitleKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What there is in one commit of an index in a cluster to search for.
///
/// @hidden public for its own room only
public record Contents(View view, Deadline deadline) implements IndexContents {
  /// One letter begins everything.
  private static final int MIN_CHARACTERS = 2;

  private static final int MAX_CHARACTERS = 200;
  private static final int MAX_CATEGORIES = 3;
  private static final int MAX_PERSONS = 5;

  /// Dates and other values that are counted at once.
  private static final int PAGE = 1_000;

  /// By first day; of dates that begin on one day, the shortest first.
  private static final Comparator<PublicationDate> BY_DAY =
      Comparator.comparing(PublicationDate::earliest).thenComparing(PublicationDate::latest);

  private static final String FOUND = "found";
  private static final String EXAMPLE = "example";

  @Override
  public boolean hasAuthor(NamePattern name) {
    return view.point().count(FilterJson.exactly(name), deadline) > 0;
  }

  @Override
  public int countTitled(String phrase) {
    return view.point().count(FilterJson.titled(phrase), deadline);
  }

  @Override
  public boolean hasNames() {
    ObjectNode earlier =
        new SearchJson.Bool()
            .filter(FilterJson.papers())
            .without(SearchJson.term(IndexFields.FORM, IndexFields.CURRENT_FORM))
            .toJson();
    return view.point().count(earlier, deadline) == 0;
  }

  @Override
  public boolean hasCategory(String category) {
    return view.point()
            .count(SearchJson.term(IndexFields.CATEGORY, FilterName.of(category)), deadline)
        > 0;
  }

  @Override
  public List<String> suggestCategories(String category, int count) {
    String term = FilterName.of(category);
    Set<String> near = new LinkedHashSet<>();
    int edits = Math.min(LevenshteinAutomata.MAXIMUM_SUPPORTED_DISTANCE, term.length() / 2);
    CharacterRunAutomaton nearly =
        new CharacterRunAutomaton(new LevenshteinAutomata(term, true).toAutomaton(edits));
    // The papers that are found are in other categories, too.
    terms(IndexFields.CATEGORY, SearchJson.fuzzy(IndexFields.CATEGORY, term), "", PAGE).stream()
        .filter(each -> nearly.run(each.term()))
        .sorted(Comparator.comparing(Term::term))
        .forEach(each -> near.add(each.written(Contents::categories).orElse(each.term())));
    int dot = term.indexOf('.');
    categories(dot > 0 ? term.substring(0, dot) : term, count)
        .forEach(found -> near.add(found.text()));
    return near.stream().limit(count).toList();
  }

  @Override
  public List<Completion> complete(String typed, int count) {
    if (typed.strip().length() < MIN_CHARACTERS || typed.length() > MAX_CHARACTERS) {
      return List.of();
    }
    List<Completion> all = new ArrayList<>(categories(typed, Math.min(count, MAX_CATEGORIES)));
    all.addAll(
        completions(
            Completion.Kind.PERSON,
            IndexFields.AUTHOR_TYPED,
            start(AuthorTerms.key(typed), typed),
            Math.min(count, MAX_PERSONS),
            (paper, term) ->
                paper.authors().stream()
                    .filter(author -> AuthorTerms.typed(author).contains(term))));
    all.addAll(
        completions(
            Completion.Kind.TITLE,
            IndexFields.TITLE_KEY,
            start(TitleKey.of(typed), typed),
            count,
            (paper, _) -> Stream.of(paper.title())));
    return all.stream().distinct().limit(count).toList();
  }

  /// A space at the end says that the last word is whole.
  private static String start(String key, String typed) {
    return typed.endsWith(" ") && !key.isEmpty() ? key + " " : key;
  }

  private List<Completion> categories(String typed, int count) {
    return completions(
        Completion.Kind.CATEGORY,
        IndexFields.CATEGORY,
        FilterName.of(typed),
        count,
        Contents::categories);
  }

  /// How a paper writes a category; `cs` is a part of `cs.CL`.
  private static Stream<String> categories(Paper paper, String term) {
    return paper.categories().stream()
        .map(String::strip)
        .filter(name -> (FilterName.of(name) + ".").startsWith(term + "."))
        .map(name -> name.substring(0, term.length()));
  }

  /// The terms of a field that begin so, as a paper writes them.
  private List<Completion> completions(
      Completion.Kind kind,
      String field,
      String start,
      int count,
      BiFunction<Paper, String, Stream<String>> texts) {
    List<Completion> found = new ArrayList<>();
    if (!start.isEmpty()) {
      for (Term each : terms(field, SearchJson.prefix(field, start), start, count)) {
        each.written(texts).ifPresent(text -> found.add(new Completion(kind, text, each.papers())));
      }
    }
    return found;
  }

  /// A term of a field.
  ///
  /// @param papers how many papers have it
  /// @param example one of them
  private record Term(String term, int papers, Paper example) {
    Optional<String> written(BiFunction<Paper, String, Stream<String>> texts) {
      return texts.apply(example, term).findFirst();
    }
  }

  /// The terms of a field in the papers that match: titles in the order of letters, others by how
  /// many papers have them.
  ///
  /// @param start what the terms begin with
  private List<Term> terms(String field, ObjectNode query, String start, int count) {
    ObjectNode body = Point.body(query, 0);
    ObjectNode found = body.putObject("aggs").putObject(FOUND);
    ObjectNode terms = found.putObject("terms").put("field", field).put("size", count);
    if (!start.isEmpty()) {
      terms.put("include", quoted(start) + ".*");
    }
    if (field.equals(IndexFields.TITLE_KEY)) {
      terms.putObject("order").put("_key", "asc");
    }
    ObjectNode example = found.putObject("aggs").putObject(EXAMPLE).putObject("top_hits");
    example.put("size", 1).put("_source", false);
    example.putArray("docvalue_fields").add(IndexFields.RECORD);
    List<Term> all = new ArrayList<>();
    for (JsonNode bucket : buckets(body)) {
      JsonNode hit = bucket.path(EXAMPLE).path("hits").path("hits").path(0);
      all.add(
          new Term(
              bucket.path("key").asString(),
              bucket.path("doc_count").asInt(),
              new FoundDocument(hit).paper()));
    }
    return all;
  }

  /// A text as a regular expression that matches only itself.
  private static String quoted(String text) {
    return text.replaceAll("[^\\p{L}\\p{N} ]", "\\\\$0");
  }

  private JsonNode buckets(ObjectNode body) {
    return view.point().search(body, deadline).path("aggregations").path(FOUND).path("buckets");
  }

  @Override
  public Facets facets(Filter filter) {
    return facets(FilterJson.of(filter));
  }

  @Override
  public Facets facets(List<Integer> papers) {
    return facets(new StoredFields(view, deadline).ids(papers));
  }

  private Facets facets(ObjectNode query) {
    ObjectNode body = Point.body(query, 0);
    body.put("track_total_hits", true);
    ObjectNode counted = body.putObject("aggs");
    count(counted, IndexFields.CATEGORY_COUNT, Facets.MAX_CATEGORIES);
    count(counted, ClusterLayout.YEAR, PAGE);
    count(counted, IndexFields.LANGUAGE_COUNT, PAGE);
    JsonNode found = view.point().search(body, deadline);
    SortedMap<Integer, Integer> years = new TreeMap<>();
    for (JsonNode year : counts(found, ClusterLayout.YEAR)) {
      years.put(year.path("key").asInt(), year.path("doc_count").asInt());
    }
    return new Facets(
        found.path("hits").path("total").path("value").asInt(),
        values(found, IndexFields.CATEGORY_COUNT),
        years,
        values(found, IndexFields.LANGUAGE_COUNT));
  }

  /// Counts the values of a field, the most frequent first; of equals, in the order of letters.
  private static void count(ObjectNode aggregations, String field, int size) {
    ObjectNode terms = aggregations.putObject(field).putObject("terms");
    terms.put("field", field).put("size", size).put("shard_size", size * 10);
    ArrayNode order = terms.putArray("order");
    order.addObject().put("_count", "desc");
    order.addObject().put("_key", "asc");
  }

  private static JsonNode counts(JsonNode found, String field) {
    return found.path("aggregations").path(field).path("buckets");
  }

  private static List<Facets.Count> values(JsonNode found, String field) {
    List<Facets.Count> values = new ArrayList<>();
    for (JsonNode bucket : counts(found, field)) {
      values.add(new Facets.Count(bucket.path("key").asString(), bucket.path("doc_count").asInt()));
    }
    return values;
  }

  @Override
  public SortedMap<PublicationDate, Integer> dates(Filter filter) {
    SortedMap<PublicationDate, Integer> counts = new TreeMap<>(BY_DAY);
    JsonNode after = null;
    while (true) {
      ObjectNode body = Point.body(FilterJson.of(filter), 0);
      ObjectNode dates = body.putObject("aggs").putObject(FOUND).putObject("composite");
      dates.put("size", PAGE);
      ArrayNode sources = dates.putArray("sources");
      for (String day : List.of(IndexFields.FIRST_DAY, IndexFields.LAST_DAY)) {
        sources.addObject().putObject(day).putObject("terms").put("field", day);
      }
      if (after != null) {
        dates.set("after", after);
      }
      JsonNode buckets = buckets(body);
      for (JsonNode bucket : buckets) {
        after = bucket.path("key");
        counts.merge(date(after), bucket.path("doc_count").asInt(), Integer::sum);
      }
      if (buckets.size() < PAGE) {
        return counts;
      }
    }
  }

  private static PublicationDate date(JsonNode days) {
    return PublicationDate.between(
        LocalDate.ofEpochDay(days.path(IndexFields.FIRST_DAY).asLong()),
        LocalDate.ofEpochDay(days.path(IndexFields.LAST_DAY).asLong()));
  }
}
