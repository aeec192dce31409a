package dev.akin.write.list;

import dev.akin.index.store.IndexInfo;
import dev.akin.paper.Paper;
import dev.akin.paper.PublicationDate;
import dev.akin.recommend.Answer;
import dev.akin.recommend.LibraryAnswer;
import dev.akin.write.text.Messages;
import dev.akin.write.text.PaperFields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A list of papers to write.
///
/// @param title for people
/// @param self the address of the list, a relative reference such as
///   `/v1/related?id=a&format=atom`; absent on the command line
/// @param updated when the index was committed
/// @param papers in the order in which they are written
/// @param fields the fields of each paper, if the format has a choice
public record PaperList(
    String title,
    @Nullable String self,
    Instant updated,
    List<ListedPaper> papers,
    PaperFields fields) {
  private static final Comparator<ListedPaper> NEWEST_FIRST =
      Comparator.comparing(PaperList::day, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(listed -> listed.paper().id());

  public PaperList {
    papers = List.copyOf(papers);
  }

  /// A list with all fields.
  public PaperList(String title, @Nullable String self, Instant updated, List<ListedPaper> papers) {
    this(title, self, updated, papers, PaperFields.ALL);
  }

  /// Recommendations, highest score first.
  public static PaperList of(Answer answer, @Nullable String self) {
    List<ListedPaper> papers = listed(answer).toList();
    return new PaperList(
        ListTitle.of(answer, Messages.ENGLISH), self, answer.index().committedAt(), papers);
  }

  /// Recommendations for a library, one interest after the other.
  public static PaperList of(LibraryAnswer answer, @Nullable String self) {
    List<ListedPaper> papers =
        answer.interests().stream().flatMap(interest -> listed(interest.answer())).toList();
    return new PaperList(ListTitle.of(answer), self, answer.index().committedAt(), papers);
  }

  /// Papers that were not recommended, in their order.
  public static PaperList of(
      String title, List<Paper> papers, IndexInfo index, @Nullable String self) {
    List<ListedPaper> listed = papers.stream().map(ListedPaper::of).toList();
    return new PaperList(title, self, index.committedAt(), listed);
  }

  /// The newest recommendations ([#newest(int)]).
  public static PaperList newest(Answer answer, int limit, @Nullable String self) {
    return of(answer, self).newest(limit);
  }

  /// The newest of these papers, newest first. Papers without a date are last; ties by id.
  ///
  /// @param limit maximum number of papers
  public PaperList newest(int limit) {
    List<ListedPaper> newest = papers.stream().sorted(NEWEST_FIRST).limit(limit).toList();
    return new PaperList(title, self, updated, newest, fields);
  }

  /// The same with other fields.
  public PaperList withFields(PaperFields others) {
    return new PaperList(title, self, updated, papers, others);
  }

  private static Stream<ListedPaper> listed(Answer answer) {
    return answer.results().stream().map(ListedPaper::of);
  }

  private static @Nullable LocalDate day(ListedPaper listed) {
    PublicationDate date = listed.paper().date();
    return date == null ? null : date.earliest();
  }
}
