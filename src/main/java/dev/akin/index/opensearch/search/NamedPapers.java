package dev.akin.index.opensearch.search;

import dev.akin.base.Deadline;
import dev.akin.index.opensearch.document.ClusterDocument;
import dev.akin.index.opensearch.document.FoundDocument;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.PaperStatus;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PastedName;
import dev.akin.paper.TitleKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Finds papers by what they are called: id, identifier, title.
///
/// @hidden public for its own room only
public record NamedPapers(View view, Deadline deadline) {
  private static final Pattern LETTER_AND_DIGIT =
      Pattern.compile("\\p{L}\\S*\\p{Nd}|\\p{Nd}\\S*\\p{L}");

  /// The paper that a text means: by its id; else by a public name as people paste it; else by what
  /// its source calls it, or its title, if only one paper is called so.
  public OptionalInt find(String name) {
    return first(
        identified(name),
        List.of(
            SearchJson.term(IndexFields.NAME, name.strip()),
            SearchJson.term(IndexFields.TITLE_KEY, TitleKey.of(name))));
  }

  /// The paper that somebody identifies in a search box: by its id or a public name; else by its id
  /// in another case, or what its source calls it, if only one paper is called so. A name must have
  /// both letters and digits.
  public OptionalInt typed(String name) {
    List<ObjectNode> called =
        List.of(
            SearchJson.term(IndexFields.ID_LOWER, lower(name.strip())),
            SearchJson.term(IndexFields.NAME, name.strip()));
    return first(identified(name), LETTER_AND_DIGIT.matcher(name).find() ? called : List.of());
  }

  private static String lower(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  /// Match the paper with an id, and those with the public names that it may be.
  private static List<ObjectNode> identified(String name) {
    List<ObjectNode> queries = new ArrayList<>(withId(name));
    for (String identifier : PastedName.of(name)) {
      queries.add(SearchJson.term(IndexFields.ALIAS, identifier));
    }
    return queries;
  }

  /// None if no paper can have this id.
  private static List<ObjectNode> withId(String id) {
    try {
      return List.of(SearchJson.ids(List.of(ClusterDocument.id(new PaperId(id)))));
    } catch (IllegalArgumentException _) {
      return List.of();
    }
  }

  /// The paper that the first query finds that finds one. The cluster answers all together: each
  /// question is a way there and back.
  ///
  /// @param alone more queries, after the others, that count only if they find a single paper
  private OptionalInt first(List<ObjectNode> queries, List<ObjectNode> alone) {
    List<ObjectNode> all = Stream.concat(queries.stream(), alone.stream()).toList();
    if (all.isEmpty()) {
      return OptionalInt.empty();
    }
    List<ObjectNode> ranked = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      ranked.add(SearchJson.constant(all.get(i), all.size() - i));
    }
    List<FoundDocument> found = best(SearchJson.best(ranked), 2);
    if (found.isEmpty()) {
      return OptionalInt.empty();
    }
    double score = score(found.getFirst());
    int query = all.size() - (int) score;
    boolean isOne = query < queries.size() || found.size() == 1 || score(found.getLast()) < score;
    return isOne
        ? OptionalInt.of(view.numbers().of(found.getFirst()))
        : first(List.of(), all.subList(query + 1, all.size()));
  }

  private static double score(FoundDocument found) {
    return found.position().path(0).asDouble();
  }

  /// Documents with all that they have, as whoever names a paper reads it next. Those with the
  /// greatest scores first, then in the order of ids.
  private List<FoundDocument> best(ObjectNode query, int count) {
    ObjectNode body =
        Point.body(
            query, Math.min(count, Point.MAX_RESULTS), StoredFields.ofPapers(view.info().spaces()));
    body.putArray("sort").addObject().put("_score", "desc");
    body.withArray("/sort").addObject().put(IndexFields.ID, "asc");
    List<FoundDocument> found = view.point().found(body, deadline);
    found.forEach(each -> view.named().put(view.numbers().of(each), each));
    return found;
  }

  /// The papers whose titles have the same [TitleKey], in the order of ids.
  public List<Integer> titled(String title, int count) {
    ObjectNode query = SearchJson.term(IndexFields.TITLE_KEY, TitleKey.of(title));
    return best(SearchJson.constant(query, 1), count).stream().map(view.numbers()::of).toList();
  }

  /// Compares a paper with what the index has of it.
  public PaperStatus status(Paper paper) {
    OptionalInt number = first(withId(paper.id().value()), List.of());
    if (number.isPresent()) {
      int known = number.getAsInt();
      return PaperStatus.of(
          view.one(known, new StoredFields(view, deadline).papers(List.of(known))), paper);
    }
    ObjectNode gone = SearchJson.ids(List.of(ClusterDocument.tombstoneId(paper.id())));
    return view.point().count(gone, deadline) > 0 ? PaperStatus.DELETED : PaperStatus.NEW;
  }

  /// Up to `count` ids for one that does not exist, the likeliest first: the same id in another
  /// case, then ids that differ by one or two letters, then ids that begin with it.
  public List<PaperId> suggest(String id, int count) {
    if (id.isBlank() || id.length() > PaperId.MAX_BYTES) {
      return List.of();
    }
    Set<PaperId> found = new LinkedHashSet<>();
    String field = IndexFields.ID_LOWER;
    for (ObjectNode query :
        List.of(
            SearchJson.term(field, lower(id)),
            SearchJson.fuzzy(field, lower(id)),
            SearchJson.prefix(field, lower(id)))) {
      view.point()
          .found(Point.body(query, Math.min(count, Point.MAX_RESULTS)), deadline)
          .forEach(hit -> found.add(view.numbers().met(view.numbers().of(hit)).id()));
    }
    return found.stream().limit(count).toList();
  }
}
