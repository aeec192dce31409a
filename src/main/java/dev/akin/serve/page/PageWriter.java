package dev.akin.serve.page;

import dev.akin.index.store.IndexInfo;
import dev.akin.serve.request.Address;
import dev.akin.serve.request.Representation;
import dev.akin.serve.request.RequestKey;
import dev.akin.write.text.Messages;
import java.util.List;
import java.util.Map;

/// Writes the pages for one reader. They work without scripts.
///
/// @param pages the templates
/// @param messages in the reader's language
/// @param links to other pages, in that language
///
/// @hidden public for its own room only
public record PageWriter(Pages pages, Messages messages, Links links) {
  /// What else a page depends on besides its address and the index.
  public String variant() {
    return messages.language();
  }

  /// A request whose answer may be a page for this reader.
  public RequestKey asked(RequestKey request) {
    return request.as() == Representation.HTML ? request.in(variant()) : request;
  }

  /// Dates in the reader's language.
  DateNames dates() {
    return new DateNames(messages);
  }

  /// Where style sheet and scripts are.
  String assets() {
    return pages.assets().path();
  }

  /// A page.
  ///
  /// @param template its name
  /// @param shown what it is about
  /// @param view what the template shows
  String write(String template, Frame.Shown shown, Object view) {
    return pages.filled(template, Frame.of(shown, this), view);
  }

  /// The page of what a reader follows.
  String follow(FollowView view, Address asked, IndexInfo index) {
    String title = messages.text("following");
    List<Frame.Feed> feeds =
        view.feed() == null ? List.of() : List.of(new Frame.Feed(title, view.feed()));
    return write(
        "follow",
        new Frame.Shown(title, "", asked, feeds, true, ListView.source(index, this)),
        view);
  }

  /// The page on which people paste a text or drop a file, with what was found for them.
  public String like(LikeView view, IndexInfo index) {
    return write(
        "like",
        new Frame.Shown(
            messages.text("pasteText"),
            "",
            Address.of("/like"),
            List.of(),
            view.isAnswer(),
            ListView.source(index, this)),
        view);
  }

  /// The page that says how accessible the pages are.
  public String accessibility(IndexInfo index, Address asked) {
    return write(
        "accessibility",
        new Frame.Shown(
            messages.text("accessibility"),
            "",
            asked,
            List.of(),
            false,
            ListView.source(index, this)),
        Map.of());
  }

  /// The page for an error.
  public String problem(ProblemJson problem) {
    String title = messages.text(problemKey(problem.status()));
    return write(
        "problem",
        new Frame.Shown(title, "", Address.of("/"), List.of(), true, ""),
        Map.of("heading", title, "problem", problem));
  }

  private static String problemKey(int status) {
    return switch (status) {
      case 404 -> "problemUnknown";
      case 429, 503 -> "problemBusy";
      default -> status < 500 ? "problemAsked" : "problemInside";
    };
  }
}
