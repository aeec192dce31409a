package dev.akin.serve.page;

import dev.akin.index.word.WordPlaces;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Interest;
import dev.akin.recommend.LibraryAnswer;
import dev.akin.recommend.library.LibraryCounts;
import dev.akin.write.text.Messages;
import dev.akin.write.text.NothingFound;
import dev.akin.write.text.ScoreText;
import dev.akin.write.text.SkippedEntries;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The page on which people paste a text or drop a file of references, with what was found.
///
/// @param isAnswer whether something was sent
/// @param text that was sent; may be empty
/// @param notes what people must know; may be empty
/// @param groups the papers: one group for a text, one for each interest of a library
/// @param nothing why there are none; absent if there are some, or nothing was sent
///
/// @hidden public for its own room only
public record LikeView(
    boolean isAnswer,
    String text,
    List<String> notes,
    List<LikeGroup> groups,
    @Nullable String nothing) {
  /// Nothing was sent.
  public static final LikeView EMPTY = new LikeView(false, "", List.of(), List.of(), null);

  /// Papers that belong together.
  record LikeGroup(String heading, List<PaperItem> papers) {}

  /// A form in which nothing was filled in.
  public static LikeView nothingSent(PageWriter page) {
    return new LikeView(true, "", List.of(page.messages().text("sendSomething")), List.of(), null);
  }

  /// The papers for a text.
  public static LikeView of(String text, Answer answer, PageWriter page) {
    boolean isEmpty = answer.results().isEmpty();
    List<LikeGroup> groups =
        isEmpty
            ? List.of()
            : List.of(new LikeGroup(page.messages().text("relatedPapers"), items(answer, page)));
    List<String> notes = new ArrayList<>();
    if (answer.truncated()) {
      notes.add(page.messages().text("truncated"));
    }
    if (!isEmpty) {
      notes.add(ScoreText.explain(answer, page.messages()));
    }
    return new LikeView(
        true, text, notes, groups, isEmpty ? NothingFound.reason(answer, page.messages()) : null);
  }

  /// The papers for a library.
  static LikeView of(LibraryAnswer answer, SkippedEntries skipped, PageWriter page) {
    List<LikeGroup> groups =
        answer.interests().stream()
            .map(interest -> group(interest, page))
            .filter(group -> !group.papers.isEmpty())
            .toList();
    return new LikeView(
        true,
        "",
        notes(answer.counts(), skipped, page.messages()),
        groups,
        groups.isEmpty() ? page.messages().text("noPapers") : null);
  }

  private static LikeGroup group(Interest interest, PageWriter page) {
    String central =
        interest.central().stream()
            .map(paper -> page.messages().text("quoted", paper.title()))
            .collect(Collectors.joining(", "));
    return new LikeGroup(
        page.messages().text("interest", interest.size(), central), items(interest.answer(), page));
  }

  private static List<PaperItem> items(Answer answer, PageWriter page) {
    return answer.results().stream()
        .map(result -> PaperItem.of(result, WordPlaces.NONE, page))
        .toList();
  }

  private static List<String> notes(
      LibraryCounts counts, SkippedEntries skipped, Messages messages) {
    List<String> notes = new ArrayList<>();
    notes.add(messages.text("libraryRead", counts.entries(), counts.matched(), counts.texts()));
    if (counts.leftOut() > 0) {
      notes.add(messages.text("libraryLeftOut", counts.leftOut()));
    }
    if (counts.unread() > 0) {
      notes.add(messages.text("libraryUnread", counts.unread()));
    }
    if (skipped.count() > 0) {
      notes.add(messages.text("librarySkipped", skipped.count()));
      skipped.lines().forEach(notes::add);
    }
    return notes;
  }
}
