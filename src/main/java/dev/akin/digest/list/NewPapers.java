package dev.akin.digest.list;

import dev.akin.ask.TypedQuery;
import dev.akin.base.Printable;
import dev.akin.index.store.Filter;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Paper;
import dev.akin.recommend.Answer;
import dev.akin.recommend.DistinctWorks;
import dev.akin.recommend.Interest;
import dev.akin.recommend.LibraryAnswer;
import dev.akin.recommend.LibraryQuery;
import dev.akin.recommend.LibraryRecommender;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.SearchBox;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.understand.Understood;
import dev.akin.write.text.Messages;
import dev.akin.write.text.ShortText;
import dev.akin.write.text.UnderstoodText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the papers of a digest in one version of an index: those of authors first, then those for
/// searches, then those close to a library. A paper that an earlier list has is not in a later one,
/// in no version.
///
/// Whether a paper is about a phrase is judged as in a feed, compared with the best papers of the
/// window; so the papers that were given before are found, too, and left out afterwards. For one
/// thread, and one digest.
public final class NewPapers {
  /// The usual minimum similarity of a paper and a library: one random pair in a hundred is nearer.
  /// A list of all related papers has more, but a digest comes every day.
  private static final double FLOOR_OF_LIBRARY = 2;

  private static final int SHOWN_CHARS = 80;

  private static final UnderstoodText UNDERSTOOD = new UnderstoodText(Messages.ENGLISH);

  private final IndexSnapshot snapshot;
  private final SearchBox box;
  private final LibraryRecommender libraries;
  private final DigestRequest request;
  private final Set<String> taken;
  private final DistinctWorks works;
  private final List<DigestList> lists = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /// @param snapshot the index that `box` and `libraries` search
  /// @param given the ids of papers that were listed before
  public NewPapers(
      IndexSnapshot snapshot,
      SearchBox box,
      LibraryRecommender libraries,
      DigestRequest request,
      Set<String> given) {
    this.snapshot = snapshot;
    this.box = box;
    this.libraries = libraries;
    this.request = request;
    this.taken = new HashSet<>(given);
    this.works =
        new DistinctWorks(
            snapshot,
            given.stream().map(snapshot::find).flatMapToInt(OptionalInt::stream).boxed().toList());
  }

  /// Finds the papers.
  ///
  /// @param wanted the days whose papers are new; in an index without dates, all papers are
  public Digest in(DigestWindow wanted, LocalDate today) {
    DigestWindow window = hasDates() ? wanted : new DigestWindow(null);
    RecommendOptions options =
        RecommendOptions.DEFAULT
            .withFilter(among(window, request.among()))
            .withFloor(request.floor())
            .forNews();
    request.authors().forEach(author -> addSearch(author, options));
    request.searches().forEach(search -> addSearch(search, options));
    if (!request.library().isEmpty()) {
      addLibrary(options);
    }
    return new Digest(today, window, lists, notes, snapshot.info());
  }

  private boolean hasDates() {
    List<Paper> newest = snapshot.browse(Filter.NONE, null, 1);
    return !newest.isEmpty() && newest.getFirst().date() != null;
  }

  private static Filter among(DigestWindow window, Filter filter) {
    return new Filter(
        window.first(),
        null,
        filter.categories(),
        filter.authors(),
        filter.languages(),
        filter.held());
  }

  private void addSearch(TypedQuery typed, RecommendOptions options) {
    Answer answer = box.search(snapshot, typed, null, options);
    if (answer.results().size() == options.limit()) {
      // There may be more than these, of which some were given.
      answer =
          box.search(snapshot, typed, null, options.withFilter(options.filter().without(taken)));
    }
    Understood understood = answer.understood();
    if (understood != null && understood.note() != null) {
      notes.add(heading(typed, understood) + ": " + UNDERSTOOD.of(understood.note()));
    }
    add(heading(typed, understood), note(understood), searched(answer));
  }

  private List<Recommendation> searched(Answer answer) {
    Understood understood = answer.understood();
    // The paper that an identifier names need not be new.
    boolean namesOne = understood != null && understood.as() == Understood.As.PAPER;
    return answer.results().stream().skip(namesOne ? 1 : 0).toList();
  }

  private void add(String heading, @Nullable String note, List<Recommendation> found) {
    List<DigestPaper> listed = new ArrayList<>();
    int more = 0;
    for (Recommendation each : found) {
      if (listed.size() == request.limit()) {
        more += isTaken(each) ? 0 : 1;
      } else if (take(each)) {
        listed.add(new DigestPaper(each.paper(), each.versions(), null));
      }
    }
    add(new DigestList(heading, note, listed, more));
  }

  private void add(DigestList list) {
    if (!list.papers().isEmpty()) {
      lists.add(list);
    }
  }

  private boolean isTaken(Recommendation result) {
    return taken.contains(result.paper().id().value())
        || result.versions().stream().anyMatch(version -> taken.contains(version.value()));
  }

  /// Marks a paper as listed, unless it was before, in any version.
  private boolean take(Recommendation result) {
    String id = result.paper().id().value();
    if (isTaken(result) || !works.add(snapshot.find(id).orElseThrow())) {
      return false;
    }
    taken.add(id);
    result.versions().forEach(version -> taken.add(version.value()));
    return true;
  }

  private static String heading(TypedQuery typed, @Nullable Understood understood) {
    if (understood == null
        || understood.as() != Understood.As.PERSON
        || !understood.words().isEmpty()) {
      return quoted(typed.text());
    }
    List<String> names = typed.authors().isEmpty() ? understood.persons() : typed.authors();
    return "By " + String.join(" and ", names);
  }

  private static @Nullable String note(@Nullable Understood understood) {
    return understood == null
            || understood.as() == Understood.As.TITLE
            || understood.as() == Understood.As.PAPER
            || understood.words().isEmpty()
        ? null
        : UNDERSTOOD.of(understood);
  }

  private void addLibrary(RecommendOptions options) {
    RecommendOptions asked =
        options
            .withFilter(options.filter().without(taken))
            .withFloor(request.floor() == null ? FLOOR_OF_LIBRARY : request.floor());
    LibraryAnswer answer = library(asked.withLimit(request.limit()));
    if (answer.otherInterests() > 0 && size(answer) < request.limit()) {
      // The large interests leave room for papers of others.
      answer = library(asked);
    }
    int room = request.limit();
    for (Interest interest : answer.interests()) {
      room -= addInterest(interest, room);
    }
  }

  private LibraryAnswer library(RecommendOptions options) {
    LibraryQuery query = new LibraryQuery(request.library(), List.of(), List.of());
    return libraries.recommend(snapshot, query, options);
  }

  private static int size(LibraryAnswer answer) {
    return answer.interests().stream().mapToInt(each -> each.answer().results().size()).sum();
  }

  /// @return how many papers were added
  private int addInterest(Interest interest, int room) {
    List<Recommendation> results = interest.answer().results();
    List<DigestPaper> listed = new ArrayList<>();
    for (int i = 0; i < results.size() && listed.size() < room; i++) {
      Recommendation each = results.get(i);
      if (take(each)) {
        String near = interest.size() == 1 ? null : interest.closest().get(i).title();
        listed.add(new DigestPaper(each.paper(), each.versions(), near));
      }
    }
    add(new DigestList(heading(interest), null, listed, 0));
    return listed.size();
  }

  private static String heading(Interest interest) {
    String titles =
        interest.central().stream()
            .map(central -> quoted(central.title()))
            .collect(Collectors.joining(" and "));
    return interest.size() > interest.central().size()
        ? "Like %s of your library, such as %s"
            .formatted(Printable.count(interest.size(), "paper"), titles)
        : "Like " + titles + " in your library";
  }

  private static String quoted(String text) {
    return "“" + ShortText.of(text, SHOWN_CHARS) + "”";
  }
}
