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
    OptionalInt identified = identified(name);
    if (identified.isPresent()) {
      return identified;
    }
    OptionalInt called = only(all(SearchJson.term(IndexFields.NAME, name.strip()), 2));
    return called.isPresent() ? called : only(titled(name, 2));
  }

  /// The paper that somebody identifies in a search box: by its id or a public name; else by its id
  /// in another case, or what its source calls it, if only one paper is called so. A name must have
  /// both letters and digits.
  public OptionalInt typed(String name) {
    OptionalInt identified = identified(name);
    if (identified.isPresent() || !LETTER_AND_DIGIT.matcher(name).find()) {
      return identified;
    }
    OptionalInt otherCase =
        only(all(SearchJson.term(IndexFields.ID_LOWER, lower(name.strip())), 2));
    return otherCase.isPresent()
        ? otherCase
        : only(all(SearchJson.term(IndexFields.NAME, name.strip()), 2));
  }

  private static String lower(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  private OptionalInt identified(String name) {
    OptionalInt exact = exactly(name);
    if (exact.isPresent()) {
      return exact;
    }
    for (String identifier : PastedName.of(name)) {
      List<Integer> papers = all(SearchJson.term(IndexFields.ALIAS, identifier), 1);
      if (!papers.isEmpty()) {
        return OptionalInt.of(papers.getFirst());
      }
    }
    return OptionalInt.empty();
  }

  private OptionalInt exactly(String id) {
    try {
      ObjectNode query = SearchJson.ids(List.of(ClusterDocument.id(new PaperId(id))));
      List<String> everything = StoredFields.ofPapers(view.info().spaces());
      List<FoundDocument> found = view.point().found(Point.body(query, 1, everything), deadline);
      found.forEach(each -> view.named().put(view.numbers().of(each), each));
      return only(found.stream().map(view.numbers()::of).toList());
    } catch (IllegalArgumentException _) {
      return OptionalInt.empty(); // no paper can have this id
    }
  }

  private static OptionalInt only(List<Integer> papers) {
    return papers.size() == 1 ? OptionalInt.of(papers.getFirst()) : OptionalInt.empty();
  }

  /// The papers whose titles have the same [TitleKey], in the order of ids.
  public List<Integer> titled(String title, int count) {
    return all(SearchJson.term(IndexFields.TITLE_KEY, TitleKey.of(title)), count);
  }

  /// In the order of ids.
  private List<Integer> all(ObjectNode query, int count) {
    ObjectNode body = Point.body(query, Math.min(count, Point.MAX_RESULTS));
    body.putArray("sort").addObject().put(IndexFields.ID, "asc");
    List<Integer> papers = new ArrayList<>();
    view.point().found(body, deadline).forEach(hit -> papers.add(view.numbers().of(hit)));
    return papers;
  }

  /// Compares a paper with what the index has of it.
  public PaperStatus status(Paper paper) {
    OptionalInt number = exactly(paper.id().value());
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
