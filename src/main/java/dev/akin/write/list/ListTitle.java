package dev.akin.write.list;

import dev.akin.base.Printable;
import dev.akin.paper.Paper;
import dev.akin.recommend.Answer;
import dev.akin.recommend.LibraryAnswer;
import dev.akin.recommend.library.LibraryCounts;
import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.Example;
import dev.akin.write.text.Messages;
import dev.akin.write.text.ShortText;
import java.util.List;

/// The title of a list, for people.
public final class ListTitle {
  private static final int MAX_CHARS = 80;

  private ListTitle() {}

  /// Such as `Related to Attention Is All You Need and 2 more` or `Papers for “zero knowledge”`.
  public static String of(Answer answer, Messages messages) {
    int more = answer.query().positives().size() - 1;
    Example example = answer.query().positives().getFirst().example();
    String first =
        switch (example) {
          case Example.LikePaper like -> related(name(answer.liked(), like), answer, messages);
          case Example.LikeText like ->
              related(quoted(like.title() + " " + like.text(), messages), answer, messages);
          case Example.ForPhrase like ->
              messages.text("papersFor", ShortText.of(like.phrase(), MAX_CHARS));
        };
    return more == 0 ? first : messages.text("andMore", first, more);
  }

  private static String related(String what, Answer answer, Messages messages) {
    Aspect aspect = answer.options().aspect();
    return aspect == null
        ? messages.text("relatedTo", what)
        : messages.text("alikeIn", messages.text(aspect.label()), what);
  }

  static String of(LibraryAnswer answer) {
    LibraryCounts counts = answer.counts();
    return counts.unread() == 0
        ? "Related to a library of " + Printable.count(counts.entries(), "entry", "entries")
        : "Related to %s of a library's %s"
            .formatted(
                Printable.count(counts.entries() - counts.unread()),
                Printable.count(counts.entries(), "entry", "entries"));
  }

  private static String name(List<Paper> liked, Example.LikePaper like) {
    return liked.isEmpty() || liked.getFirst().title().isBlank()
        ? like.name()
        : liked.getFirst().title();
  }

  private static String quoted(String text, Messages messages) {
    return messages.text("quoted", ShortText.of(text, MAX_CHARS));
  }
}
