package dev.akin.serve;

import dev.akin.base.Deadline;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Paper;
import dev.akin.recommend.LibraryAnswer;
import dev.akin.recommend.LibraryQuery;
import dev.akin.recommend.LibraryRecommender;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Weighted;
import dev.akin.serve.guard.ReceivedFile;
import dev.akin.serve.guard.RefusedRequest;
import dev.akin.serve.guard.RequestBodies;
import dev.akin.serve.monitor.Routes;
import dev.akin.serve.page.Content;
import dev.akin.serve.page.LibraryContent;
import dev.akin.serve.page.LikeView;
import dev.akin.serve.page.PageWriter;
import dev.akin.serve.page.Pages;
import dev.akin.serve.request.LibraryFile;
import dev.akin.serve.request.LibraryForm;
import dev.akin.serve.request.OptionsReader;
import dev.akin.serve.request.ParameterReader;
import dev.akin.serve.request.Parameters;
import dev.akin.serve.request.Representation;
import dev.akin.serve.request.RequestKey;
import dev.akin.write.text.PaperFields;
import dev.akin.write.text.SkippedEntries;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Papers for the interests of a library of references, which is sent as a file.
final class LibraryRoute {
  static final Set<String> PARAMETERS =
      ParameterReader.union(ParameterReader.SIMILARITY, Set.of("id", "not", "text"));

  /// The page for people.
  private static final String PAGE = "/like";

  private final CachedReplies replies;
  private final Pages pages;
  private final RequestBodies bodies;
  private final LibraryPlaces places;

  /// @param places over the same answers
  LibraryRoute(LibraryPlaces places, CachedReplies replies, Pages pages, RequestBodies bodies) {
    this.places = places;
    this.replies = replies;
    this.pages = pages;
    this.bodies = bodies;
  }

  void addTo(RoutesConfig routes) {
    Routes.post(routes, "/v1/library", this::library);
    Routes.get(routes, PAGE, this::page);
    Routes.post(routes, PAGE, this::form);
  }

  private void library(Context context) {
    Parameters.of(context, PARAMETERS);
    try (ReceivedFile received = bodies.readFile(context)) {
      LibraryForm form = LibraryForm.of(context.req().getContentType(), received.bytes());
      Parameters parameters = Parameters.of(context, form.fields(), PARAMETERS);
      Representation as = Representation.of(context, parameters);
      answer(context, Asked.of(context, parameters, form, as), form, pages.writer(context));
    }
  }

  /// The page on which people paste a text or drop a file.
  private void page(Context context) {
    Parameters parameters = Parameters.of(context, Set.of(Pages.LANGUAGE));
    PageWriter page = pages.writer(context, parameters);
    RequestKey asked = RequestKey.of(PAGE, parameters, Representation.HTML).in(page.variant());
    replies.sendPage(context, asked, (_, snapshot) -> page.like(LikeView.EMPTY, snapshot.info()));
  }

  /// What was sent from that page: a file, or else a text. Neither is in an address.
  private void form(Context context) {
    Parameters.of(context, Set.of(Pages.LANGUAGE));
    try (ReceivedFile received = bodies.readFile(context)) {
      LibraryForm form = LibraryForm.of(context.req().getContentType(), received.bytes());
      Parameters parameters = Parameters.of(context, form.fields(), Set.of("text", Pages.LANGUAGE));
      PageWriter page = pages.writer(context, parameters);
      if (form.file().isEmpty()) {
        answer(context, ParameterReader.text(parameters), page);
      } else {
        answer(context, Asked.of(context, parameters, form, Representation.HTML), form, page);
      }
    }
  }

  private void answer(Context context, Optional<String> text, PageWriter page) {
    RecommendOptions options = RecommendOptions.DEFAULT.withExplanation();
    RequestKey asked = RequestKey.of(PAGE, text.orElse(""), Representation.HTML).in(page.variant());
    replies.sendPage(
        context,
        asked,
        (recommender, snapshot) ->
            page.like(
                text.map(
                        typed ->
                            LikeView.of(
                                typed,
                                recommender.recommendOrNothing(
                                    snapshot, Query.of(new Example.LikeText(typed)), options),
                                page))
                    .orElseGet(() -> LikeView.nothingSent(page)),
                snapshot.info()));
  }

  private void answer(Context context, Asked asked, LibraryForm form, PageWriter page) {
    places.answer(
        deadline -> read(form.file(), deadline),
        library -> {
          replies.send(
              context,
              page.asked(asked.key),
              (recommender, snapshot) -> answer(recommender, snapshot, asked, library, page));
          return library;
        });
  }

  private record Library(List<Paper> entries, SkippedEntries skipped) {}

  private static Library read(LibraryFile file, Deadline deadline) {
    SkippedEntries skipped = new SkippedEntries();
    return new Library(file.entries(skipped, deadline), skipped);
  }

  /// What was asked for.
  private record Asked(
      List<Weighted> positives,
      List<Weighted> negatives,
      RecommendOptions options,
      PaperFields fields,
      RequestKey key) {
    static Asked of(Context context, Parameters parameters, LibraryForm form, Representation as) {
      return new Asked(
          weighted(ParameterReader.positives(parameters)),
          weighted(ParameterReader.negatives(parameters)),
          OptionsReader.options(parameters),
          OptionsReader.fields(parameters),
          RequestKey.of(context.path(), parameters, form.file().digest(), as));
    }

    private static List<Weighted> weighted(List<Example> examples) {
      return examples.stream().map(Weighted::of).toList();
    }

    /// @throws RefusedRequest if the library is too large
    LibraryQuery query(List<Paper> entries) {
      try {
        return new LibraryQuery(entries, positives, negatives);
      } catch (IllegalArgumentException e) {
        throw new RefusedRequest(413, String.valueOf(e.getMessage()));
      }
    }
  }

  private Content answer(
      Recommender recommender,
      IndexSnapshot snapshot,
      Asked asked,
      Library library,
      PageWriter page) {
    RecommendOptions options = asked.key.as().isNews() ? asked.options.forNews() : asked.options;
    LibraryAnswer answer =
        new LibraryRecommender(recommender)
            .recommend(snapshot, asked.query(library.entries), options);
    return new LibraryContent(
        answer, library.skipped, asked.fields, asked.options.limit(), asked.key, page);
  }
}
