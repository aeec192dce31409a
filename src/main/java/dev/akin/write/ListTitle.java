package dev.akin.write;

import dev.akin.paper.Paper;
import dev.akin.recommend.Answer;
import dev.akin.recommend.LibraryAnswer;
import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.Example;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The title of a list, for people.
final class ListTitle {
  private static final int MAX_CHARS = 80;

  private ListTitle() {}

  /// Such as `Related to Attention Is All You Need and 2 more` or `Papers for “zero knowledge”`.
  static String of(Answer answer) {
    String related = of(answer.options().aspect());
    int more = answer.query().positives().size() - 1;
    String first =
        switch (answer.query().positives().getFirst().example()) {
          case Example.LikePaper like -> related + name(answer.liked(), like);
          case Example.LikeText like -> related + quoted(like.title() + " " + like.text());
          case Example.ForPhrase like -> "Papers for " + quoted(like.phrase());
        };
    return more == 0 ? first : first + " and " + more + " more";
  }

  private static String of(@Nullable Aspect aspect) {
    return aspect == null ? "Related to " : "Alike in " + aspect.label() + ": ";
  }

  static String of(LibraryAnswer answer) {
    return "Related to a library of " + answer.counts().entries() + " entries";
  }

  private static String name(List<Paper> liked, Example.LikePaper like) {
    return liked.isEmpty() || liked.getFirst().title().isBlank()
        ? like.name()
        : liked.getFirst().title();
  }

  private static String quoted(String text) {
    return "“" + ShortText.of(text, MAX_CHARS) + "”";
  }
}
