package dev.akin.write.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Interest;
import dev.akin.recommend.LibraryAnswer;
import dev.akin.recommend.library.LibraryCounts;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaperListTest {
  private static final Paper LIKED = Paper.of("q", "Attention", "");
  private static final Query QUERY = Query.of(new Example.LikePaper("q"));

  @ParameterizedTest
  @MethodSource
  void isCalledByItsQuery(String title, List<Example> positives) {
    Answer answer = Lists.answer(Query.of(positives, List.of()), List.of(LIKED));
    assertThat(PaperList.of(answer, null).title()).isEqualTo(title);
  }

  static Stream<Arguments> isCalledByItsQuery() {
    Example paper = new Example.LikePaper("doi:10.1/q");
    Example phrase = new Example.ForPhrase("zero knowledge");
    String words = "word ".repeat(40);
    return Stream.of(
        Arguments.of("Related to Attention", List.of(paper)),
        Arguments.of("Related to Attention and 2 more", List.of(paper, paper, phrase)),
        Arguments.of("Related to “A text”", List.of(new Example.LikeText("A text"))),
        Arguments.of("Related to “Title text”", List.of(new Example.LikeText("Title", "text"))),
        Arguments.of(
            "Related to “" + "word ".repeat(16).strip() + "…”",
            List.of(new Example.LikeText(words))),
        Arguments.of(
            "Related to “" + "😀".repeat(40) + "…”",
            List.of(new Example.LikeText("😀".repeat(99)))),
        Arguments.of("Papers for “zero knowledge”", List.of(phrase)));
  }

  @Test
  void isCalledByAnIdWhereThePaperHasNoTitle() {
    Answer answer = Lists.answer(QUERY, List.of(Paper.of("q", "", "Text")));
    assertThat(PaperList.of(answer, null).title()).isEqualTo("Related to q");
  }

  @Test
  void hasTheNewestFirstAndThoseWithoutDateLast() {
    Answer answer =
        Lists.answer(
            QUERY,
            List.of(LIKED),
            Lists.found(1, Lists.dated("undated", null)),
            Lists.found(2, Lists.dated("old", "1999-12-31")),
            Lists.found(3, Lists.dated("b", "2024")),
            Lists.found(4, Lists.dated("a", "2024-01-01")),
            Lists.found(5, Lists.dated("new", "2024-01-02")));
    PaperList newest = PaperList.newest(answer, 4, "/x");
    assertThat(ids(newest)).containsExactly("new", "a", "b", "old");
    assertThat(newest.self()).isEqualTo("/x");
    assertThat(newest.updated()).isEqualTo(Lists.UPDATED);
    assertThat(ids(PaperList.newest(answer, 10, null))).hasSize(5).endsWith("undated");
  }

  @Test
  void hasThePapersOfAllInterests() {
    Answer first = Lists.answer(QUERY, List.of(LIKED), Lists.found(1, Lists.dated("a", null)));
    Answer second = Lists.answer(QUERY, List.of(LIKED), Lists.found(1, Lists.dated("b", null)));
    LibraryAnswer answer =
        new LibraryAnswer(
            new LibraryCounts(5, Map.of(), 5, 0, 0),
            List.of(
                new Interest(3, List.of(), first, List.of()),
                new Interest(2, List.of(), second, List.of())),
            0,
            false,
            Lists.INDEX);
    PaperList list = PaperList.of(answer, null);
    assertThat(ids(list)).containsExactly("a", "b");
    assertThat(list.title()).isEqualTo("Related to a library of 5 entries");
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameTextEverywhereAndEndsInALineBreak(ListFormat format) {
    List<PaperList> lists = List.of(Lists.list(), Lists.list(Lists.hostile()));
    List<String> here = lists.stream().map(format::write).toList();
    assertThat(here).allMatch(text -> text.endsWith("\n"));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(lists.stream().map(format::write).toList()).isEqualTo(here);
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(lists.stream().map(format::write).toList()).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static List<String> ids(PaperList list) {
    return list.papers().stream().map(listed -> listed.paper().id().value()).toList();
  }
}
