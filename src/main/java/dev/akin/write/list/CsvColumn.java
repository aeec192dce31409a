package dev.akin.write.list;

import dev.akin.paper.Holding;
import dev.akin.paper.Paper;
import dev.akin.recommend.Recommendation;
import dev.akin.write.json.AnswerJson;
import dev.akin.write.table.CsvCell;
import dev.akin.write.text.PaperFields;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column of a table of papers.
///
/// @param label its name in the header
/// @param value the value for a paper; absent if it has none
record CsvColumn(String label, Function<ListedPaper, @Nullable Object> value) {
  private static final List<CsvColumn> ALL =
      List.of(
          new CsvColumn("rank", found(Recommendation::rank)),
          new CsvColumn("id", paper(paper -> paper.id().value())),
          new CsvColumn("title", paper(Paper::title)),
          new CsvColumn("authors", paper(paper -> joined(paper.authors()))),
          new CsvColumn("date", paper(Paper::date)),
          new CsvColumn("categories", paper(paper -> joined(paper.categories()))),
          new CsvColumn("url", paper(Paper::url)),
          new CsvColumn("doi", paper(Paper::doi)),
          new CsvColumn("cosine", found(found -> rounded(found.cosine()))),
          new CsvColumn("score", found(found -> rounded(found.score()))),
          new CsvColumn("rarity", found(found -> roundedRarity(found.rarity()))),
          new CsvColumn("versions", found(found -> joined(found.versions()))),
          new CsvColumn("abstract", paper(Paper::abstractText)),
          new CsvColumn("titleOnly", paper(Paper::titleOnly)),
          new CsvColumn("language", paper(Paper::language)),
          new CsvColumn("publication", paper(paper -> paper.publication().container())),
          new CsvColumn("source", paper(paper -> paper.holding().source())),
          new CsvColumn("collections", paper(paper -> joined(paper.holding().collections()))),
          new CsvColumn("access", paper(paper -> access(paper.holding()))),
          new CsvColumn("embargoEnd", paper(paper -> paper.holding().embargoEnd())),
          new CsvColumn("aspect", found(found -> rounded(found.aspect()))));

  /// The columns of a table with some fields, in their order.
  static List<CsvColumn> of(PaperFields fields) {
    return ALL.stream()
        .filter(column -> !PaperFields.NAMES.contains(column.label) || fields.has(column.label))
        .toList();
  }

  /// The text for a paper; empty if it has no value.
  String cell(ListedPaper listed) {
    return CsvCell.of(value.apply(listed));
  }

  private static Function<ListedPaper, @Nullable Object> paper(
      Function<Paper, @Nullable Object> value) {
    return listed -> value.apply(listed.paper());
  }

  private static Function<ListedPaper, @Nullable Object> found(
      Function<Recommendation, @Nullable Object> value) {
    return listed -> listed.found() == null ? null : value.apply(listed.found());
  }

  private static String access(Holding holding) {
    return holding.access() == Holding.AccessRight.UNKNOWN ? "" : holding.access().label();
  }

  private static String joined(List<?> values) {
    return String.join("; ", values.stream().map(Object::toString).toList());
  }

  private static @Nullable Double rounded(@Nullable Double cosine) {
    return cosine == null ? null : AnswerJson.rounded(cosine);
  }

  private static @Nullable Double roundedRarity(@Nullable Double rarity) {
    return rarity == null ? null : AnswerJson.roundedRarity(rarity);
  }
}
