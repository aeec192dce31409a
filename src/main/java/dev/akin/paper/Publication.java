package dev.akin.paper;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/// Where a paper was published, as one needs it to cite the paper. Each value is a text in the form
/// of [PlainText], and empty if it is unknown.
///
/// @param type what kind of work it is, as CSL names them: `article-journal`, `paper-conference`,
///   `chapter`, `book`, `thesis`, `report`
/// @param container the journal, the proceedings or the book
/// @param volume such as `12`
/// @param number of the issue, or of a report
/// @param pages such as `101-115`, or an article number
/// @param publisher also the school of a thesis and the institution of a report
/// @param isbn of the book
/// @param issn of the journal
public record Publication(
    String type,
    String container,
    String volume,
    String number,
    String pages,
    String publisher,
    String isbn,
    String issn) {
  /// Nothing is known.
  public static final Publication UNKNOWN = new Publication("", "", "", "", "", "", "", "");

  /// The names of the components, in their order.
  public static final List<String> KEYS =
      Stream.of(Publication.class.getRecordComponents()).map(RecordComponent::getName).toList();

  /// The values in the order of the components.
  public List<String> values() {
    return List.of(type, container, volume, number, pages, publisher, isbn, issn);
  }

  /// The publication with these values.
  ///
  /// @param values in the order of [#values]; those that are missing at the end are unknown
  public static Publication of(List<String> values) {
    List<String> all = Stream.concat(values.stream(), Stream.generate(() -> "")).limit(8).toList();
    return new Publication(
        all.get(0),
        all.get(1),
        all.get(2),
        all.get(3),
        all.get(4),
        all.get(5),
        all.get(6),
        all.get(7));
  }
}
