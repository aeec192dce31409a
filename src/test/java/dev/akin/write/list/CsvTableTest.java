package dev.akin.write.list;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.akin.paper.Holding;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.write.text.PaperFields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  private static final Query QUERY = Query.of(new Example.LikePaper("q"));

  @Test
  void writesHowAPaperWasFound() {
    Recommendation found =
        new Recommendation(
            7,
            Paper.of("p", "T", ""),
            -0.25,
            0.0000012345,
            3.14159,
            List.of(new PaperId("v1"), new PaperId("v2")),
            null);
    String table = ListFormat.CSV.write(PaperList.of(Lists.answer(QUERY, List.of(), found), null));
    assertThat(table)
        .isEqualTo(
            "rank,id,title,authors,date,categories,url,doi,cosine,score,rarity,versions,abstract,"
                + "titleOnly,language,publication,source,collections,access,embargoEnd,aspect\r\n"
                + "7,p,T,,,,,,-0.25,0.000001,3.14,v1; v2,,true,,,,,,,\r\n");
  }

  @Test
  void leavesEmptyWhatIsNotKnown() {
    assertThat(ListFormat.CSV.write(Lists.list(Paper.of("p", "T", "A"))))
        .endsWith("\r\n,p,T,,,,,,,,,,A,false,,,,,,,\r\n");
  }

  @ParameterizedTest
  @MethodSource("dev.akin.write.list.BibtexFileTest#hostile")
  void isReadBackByFastCsv(Paper paper) {
    NamedCsvRecord record = read(ListFormat.CSV.write(Lists.list(paper))).getFirst();
    assertThat(record.getField("id")).isEqualTo(paper.id().value());
    assertThat(bare(record.getField("title"))).isEqualTo(paper.title());
    assertThat(record.getField("abstract")).isEqualTo(paper.abstractText());
    assertThat(record.getField("authors")).isEqualTo(String.join("; ", paper.authors()));
    assertThat(bare(record.getField("categories")))
        .isEqualTo(String.join("; ", paper.categories()));
    assertThat(record.getField("date")).isEqualTo(String.valueOf(paper.date()));
    assertThat(record.getField("url")).isEqualTo(paper.url());
    assertThat(record.getField("doi")).isEqualTo(paper.doi());
  }

  private static String bare(String cell) {
    return cell.startsWith("'") ? cell.substring(1) : cell;
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"})
  void disarmsFormulas(String formula) {
    Paper paper =
        new Paper(
            new PaperId("p"),
            formula,
            formula,
            List.of(formula),
            null,
            List.of(formula),
            formula,
            formula);
    NamedCsvRecord record = read(ListFormat.CSV.write(Lists.list(paper))).getFirst();
    for (String column : List.of("title", "abstract", "authors", "categories", "url", "doi")) {
      assertThat(record.getField(column)).isEqualTo("'" + formula);
    }
  }

  @Test
  void disarmsIdsButNoNumbers() {
    Recommendation found = Lists.found(1, Paper.of("-1", "a -1", ""));
    String table = ListFormat.CSV.write(PaperList.of(Lists.answer(QUERY, List.of(), found), null));
    assertThat(table).contains("\r\n1,'-1,a -1,", ",-0.25,1.5,3,");
  }

  @Test
  void hasTheFieldsThatWereAskedForInItsOwnOrder() {
    PaperList list = Lists.list(Paper.of("p", "T", "A"));
    assertThat(ListFormat.CSV.write(list.withFields(PaperFields.of(List.of("abstract", "title")))))
        .isEqualTo("rank,id,title,abstract\r\n,p,T,A\r\n");
  }

  @Test
  void hasAColumnForEachField() {
    assertThat(ListFormat.CSV.write(Lists.list()).strip().split(",", -1))
        .containsAll(PaperFields.NAMES)
        .hasSize(PaperFields.NAMES.size() + 2);
  }

  @Test
  void saysWhereAPaperWasPublishedAndWhoMayReadIt() {
    Paper paper =
        Paper.of("p", "T", "A")
            .published(Publication.of(List.of("article-journal", "Moss Letters")))
            .held(
                new Holding(
                    "moss.example",
                    List.of("Theses", "Botany"),
                    Holding.AccessRight.EMBARGOED,
                    PublicationDate.parse("2027-01-31")));
    NamedCsvRecord row = read(ListFormat.CSV.write(Lists.list(paper))).getFirst();
    assertThat(row.getField("publication")).isEqualTo("Moss Letters");
    assertThat(row.getField("source")).isEqualTo("moss.example");
    assertThat(row.getField("collections")).isEqualTo("Theses; Botany");
    assertThat(row.getField("access")).isEqualTo("embargoed");
    assertThat(row.getField("embargoEnd")).isEqualTo("2027-01-31");
    assertThat(
            read(ListFormat.CSV.write(Lists.list(Paper.of("q", "T", "A"))))
                .getFirst()
                .getField("access"))
        .isEmpty();
  }

  private static List<NamedCsvRecord> read(String table) {
    return CsvReader.builder().ofNamedCsvRecord(table).stream().toList();
  }
}
