package dev.akin.serve.page;

import dev.akin.ask.TypedQuery;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Paper;
import dev.akin.recommend.Answer;
import dev.akin.recommend.DistinctWorks;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.SearchBox;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.understand.UnknownCategoryException;
import dev.akin.serve.request.RequestKey;
import dev.akin.write.json.AnswerJson;
import dev.akin.write.list.PaperList;
import dev.akin.write.text.PaperFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// A reader's folder: papers and searches that the reader follows, and the newest papers for them.
/// The folder is in the address, and nowhere on the server.
///
/// Each paper and search is answered by itself. Of all these answers the newest papers are shown,
/// each work once, with what it is there for.
///
/// @param folder what is followed
/// @param news the newest papers, the newest first
///
/// @hidden public for its own room only
public record FolderContent(
    Folder folder, List<FolderNews> news, IndexSnapshot snapshot, RequestKey asked, PageWriter page)
    implements Content {
  /// The names of the parameters.
  public static final String ID = "id";

  public static final String SEARCH = "q";

  /// The maximum number of papers and searches.
  public static final int MAX_FOLLOWED = 50;

  /// How many papers each of them may give.
  private static final int CANDIDATES = 20;

  private static final int MAX_NEWS = 30;

  /// What is followed.
  ///
  /// @param unknown ids that the index does not have
  record Folder(List<Paper> papers, List<String> unknown, List<String> searches) {
    boolean isEmpty() {
      return papers.isEmpty() && unknown.isEmpty() && searches.isEmpty();
    }
  }

  /// A paper that is new.
  ///
  /// @param because titles of papers, and searches, that it is there for
  record FolderNews(Recommendation found, List<String> because) {
    FolderNews also(String more) {
      return new FolderNews(found, Stream.concat(because.stream(), Stream.of(more)).toList());
    }
  }

  /// The folder of an address, with its news.
  ///
  /// @param asked its parameters `id` and `q` are the folder
  public static FolderContent of(
      Recommender recommender, IndexSnapshot snapshot, RequestKey asked, PageWriter page) {
    List<Paper> papers = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String id : asked.address().all(ID)) {
      if (snapshot.find(id).isPresent()) {
        papers.add(Recommender.paper(snapshot, id));
      } else {
        unknown.add(id);
      }
    }
    Folder folder =
        new Folder(
            papers,
            unknown,
            asked.address().all(SEARCH).stream().filter(each -> !each.isBlank()).toList());
    return new FolderContent(
        folder, new Finder(recommender, snapshot).news(folder), snapshot, asked, page);
  }

  private static final class Finder {
    private final Recommender recommender;
    private final IndexSnapshot snapshot;
    private final Map<String, FolderNews> news = new LinkedHashMap<>();

    Finder(Recommender recommender, IndexSnapshot snapshot) {
      this.recommender = recommender;
      this.snapshot = snapshot;
    }

    List<FolderNews> news(Folder folder) {
      RecommendOptions options = RecommendOptions.DEFAULT.withLimit(CANDIDATES);
      for (Paper paper : folder.papers) {
        Query query = Query.of(new Example.LikePaper(paper.id().value()));
        add(recommender.recommendOrNothing(snapshot, query, options), paper.titleOrId());
      }
      for (String search : folder.searches) {
        add(search, options);
      }
      Comparator<FolderNews> newest =
          Comparator.comparing(
              each ->
                  each.found.paper().date() == null ? null : each.found.paper().date().earliest(),
              Comparator.nullsLast(Comparator.reverseOrder()));
      List<Integer> followed = folder.papers.stream().map(this::number).toList();
      DistinctWorks works = new DistinctWorks(snapshot, followed);
      return news.values().stream()
          .sorted(newest)
          .filter(each -> works.add(number(each.found.paper())))
          .limit(MAX_NEWS)
          .toList();
    }

    private int number(Paper paper) {
      return snapshot.find(paper.id().value()).orElseThrow();
    }

    /// A search in a category that is gone finds nothing.
    private void add(String search, RecommendOptions options) {
      try {
        TypedQuery typed = TypedQuery.read(search);
        add(new SearchBox(recommender).search(snapshot, typed, null, options), search);
      } catch (UnknownCategoryException | IllegalArgumentException _) {
        return;
      }
    }

    private void add(Answer answer, String because) {
      for (Recommendation result : answer.results()) {
        news.merge(
            result.paper().id().value(),
            new FolderNews(result, List.of(because)),
            (there, _) -> there.also(because));
      }
    }
  }

  private List<Paper> papers() {
    return news.stream().map(each -> each.found.paper()).toList();
  }

  @Override
  public ObjectNode json() {
    return AnswerJson.of(papers(), null, snapshot.info(), PaperFields.ALL);
  }

  @Override
  public PaperList list() {
    return PaperList.of(page.messages().text("news"), papers(), snapshot.info(), asked.self());
  }

  @Override
  public String html() {
    return page.follow(
        FollowView.of(folder, news, asked.address(), page), asked.address(), snapshot.info());
  }
}
