package dev.akin.serve.page;

import dev.akin.index.IndexSnapshot;
import dev.akin.index.search.WordPlaces;
import dev.akin.paper.Paper;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.serve.request.Address;
import dev.akin.write.NothingFound;
import dev.akin.write.PaperList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The page of a reader's folder: papers and searches that the reader follows, and the newest
/// papers related to them. The folder is in the page's address, and nowhere on the server.
///
/// @param papers that are followed
/// @param searches that are followed
/// @param unknown ids of the folder that the index does not have
/// @param news the newest papers that are related to the folder
/// @param nothing why there are none; absent if there are some, or the folder is empty
/// @param isEmpty whether the folder is empty
/// @param feed of the news; absent if the folder is empty
record FollowView(
    List<Followed> papers,
    List<Followed> searches,
    List<Followed> unknown,
    List<PaperItem> news,
    @Nullable String nothing,
    boolean isEmpty,
    @Nullable String feed) {
  static final String ID = "id";
  static final String SEARCH = "q";

  /// How many of the most related papers the newest are taken from.
  private static final int CANDIDATES = 100;

  /// A thing that is followed.
  ///
  /// @param without the folder without it
  record Followed(String name, String href, String without) {}

  /// @throws IllegalArgumentException if the folder is too large
  static FollowView of(
      Recommender recommender, IndexSnapshot snapshot, Address asked, PageWriter page) {
    List<Followed> papers = new ArrayList<>();
    List<Followed> unknown = new ArrayList<>();
    List<Example> examples = new ArrayList<>();
    for (String id : asked.all(ID)) {
      String without = page.links().to(asked.withoutValue(ID, id));
      if (snapshot.find(id).isPresent()) {
        Paper paper = Recommender.paper(snapshot, id);
        papers.add(new Followed(paper.titleOrId(), page.links().paper(paper.id()), without));
        examples.add(new Example.LikePaper(id));
      } else {
        unknown.add(new Followed(id, page.links().search(id), without));
      }
    }
    List<Followed> searches =
        asked.all(SEARCH).stream()
            .map(
                text ->
                    new Followed(
                        text,
                        page.links().search(text),
                        page.links().to(asked.withoutValue(SEARCH, text))))
            .toList();
    asked.all(SEARCH).forEach(text -> examples.add(new Example.LikeText(text)));
    if (examples.isEmpty()) {
      return new FollowView(papers, searches, unknown, List.of(), null, unknown.isEmpty(), null);
    }
    Answer answer =
        recommender.recommendOrNothing(
            snapshot,
            Query.of(examples, List.of()),
            RecommendOptions.DEFAULT.withLimit(CANDIDATES).forNews());
    List<PaperItem> news =
        PaperList.newest(answer, Page.SIZE, null).papers().stream()
            .flatMap(listed -> Stream.ofNullable(listed.found()))
            .map(found -> PaperItem.of(found, WordPlaces.NONE, page).withoutScore())
            .toList();
    return new FollowView(
        papers,
        searches,
        unknown,
        news,
        news.isEmpty() ? NothingFound.reason(answer, page.messages()) : null,
        false,
        feed(asked));
  }

  private static String feed(Address asked) {
    return Links.api(
        "/v1/related",
        Stream.of(Map.entry("id", asked.all(ID)), Map.entry("text", asked.all(SEARCH)))
            .filter(each -> !each.getValue().isEmpty())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        "atom");
  }

  boolean hasPapers() {
    return !papers.isEmpty();
  }

  boolean hasSearches() {
    return !searches.isEmpty();
  }

  boolean hasUnknown() {
    return !unknown.isEmpty();
  }
}
