package dev.akin.report.duplicate;

import dev.akin.paper.Paper;
import dev.akin.report.duplicate.Decisions.Decision;
import dev.akin.report.duplicate.WordDifference.Part;
import dev.akin.work.Evidence;
import dev.akin.write.text.WebLink;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Two papers of a work side by side, as `duplicates.mustache` shows them. Words of titles, authors
/// and abstracts that only one has are marked, and years; that ids and addresses differ says
/// nothing.
///
/// @param number of the pair on the page
/// @param link to the first paper; empty if there is none
/// @param otherLink to the second paper; empty if there is none
/// @param evidence why they are the same work
/// @param doubt why they may not be; empty if there is no such reason
/// @param cosine of their texts; 0 if one has none
/// @param decision what was decided before, as the page names it; empty if nothing was
record PairView(
    int number,
    String id,
    String other,
    String link,
    String otherLink,
    String evidence,
    String doubt,
    double cosine,
    String decision,
    List<Field> fields) {
  /// A field of both papers.
  ///
  /// @param same the value, if it is the same; empty if it is not
  /// @param one the parts of the first value
  /// @param two the parts of the second value
  record Field(String name, String same, List<Part> one, List<Part> two) {}

  /// @param decided absent if nothing was
  static PairView of(
      int number, Paper paper, Paper other, Evidence evidence, @Nullable Decision decided) {
    return new PairView(
        number,
        paper.id().value(),
        other.id().value(),
        Objects.requireNonNullElse(WebLink.of(paper), ""),
        Objects.requireNonNullElse(WebLink.of(other), ""),
        EvidenceWords.of(evidence),
        EvidenceWords.doubt(paper, other, evidence),
        Objects.requireNonNullElse(evidence.cosine(), 0.0),
        decision(paper.id().value(), decided),
        Stream.of(
                marked("Title", paper.title(), other.title()),
                marked(
                    "Authors",
                    String.join("; ", paper.authors()),
                    String.join("; ", other.authors())),
                date(paper, other),
                field(
                    "Published in",
                    paper.publication().container(),
                    other.publication().container()),
                field("Id", paper.id().value(), other.id().value()),
                field("DOI", orEmpty(paper.doi()), orEmpty(other.doi())),
                field("Address", orEmpty(paper.url()), orEmpty(other.url())),
                marked("Abstract", paper.abstractText(), other.abstractText()))
            .filter(
                field ->
                    !field.same().isEmpty() || !field.one().isEmpty() || !field.two().isEmpty())
            .toList());
  }

  /// The page's names are those of the buttons: `reverse` merges the first paper into the second.
  private static String decision(String first, @Nullable Decision decided) {
    if (decided == null) {
      return "";
    }
    return decided.kind() == Decisions.Kind.MERGE && !decided.id().equals(first)
        ? "reverse"
        : decided.kind().label();
  }

  private static Field field(String name, String one, String other) {
    return one.equals(other)
        ? new Field(name, one, List.of(), List.of())
        : new Field(name, "", WordDifference.unmarked(one), WordDifference.unmarked(other));
  }

  private static Field marked(String name, String one, String other) {
    if (one.equals(other)) {
      return new Field(name, one, List.of(), List.of());
    }
    WordDifference difference = WordDifference.of(one, other);
    return new Field(name, "", difference.one(), difference.other());
  }

  private static Field date(Paper paper, Paper other) {
    String one = Objects.toString(paper.date(), "");
    String two = Objects.toString(other.date(), "");
    boolean sameYear =
        paper.date() == null || other.date() == null || paper.date().year() == other.date().year();
    return sameYear ? field("Date", one, two) : marked("Date", one, two);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
