package dev.akin.write.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PlainText;
import dev.akin.paper.Publication;
import dev.akin.read.markup.MarkupText;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BibtexFileTest {
  @ParameterizedTest
  @MethodSource("hostile")
  void isReadBackByAkin(Paper paper) {
    Paper read = Lists.read(write(paper)).getFirst();
    assertThat(read.id().value()).isEqualTo(paper.doi());
    assertThat(read.names()).containsExactly(paper.id().value());
    assertThat(read.title()).isEqualTo(readBack(paper.title()));
    assertThat(read.abstractText()).isEqualTo(readBack(paper.abstractText()));
    assertThat(read.authors()).isEqualTo(Lists.namesAsRead(paper));
    assertThat(read.date()).isEqualTo(paper.date());
    assertThat(read.url()).isEqualTo(paper.url());
    assertThat(read.doi()).isEqualTo(paper.doi());
  }

  /// What is written as a formula is read as plain text.
  private static String readBack(String title) {
    return MarkupText.of(title)
        .replace("$O(n \\log n)$ and $\\mathbb{R}^{d_1}$, $f''$", "O(n log n) and ℝ^(d₁), f′′")
        .replace("$$x$$", "$x$");
  }

  static Stream<Paper> hostile() {
    return Lists.hostile().stream();
  }

  /// JBibTeX reads no formulas, so the dollars of prices only; nor all of Unicode.
  @ParameterizedTest
  @MethodSource("hostile")
  void isReadBackByJbibtex(Paper paper) throws ParseException {
    BibTeXEntry entry = parsed(write(paper)).getEntries().values().iterator().next();
    assertThat(entry.getKey()).isEqualTo(new Key(paper.id().value()));
    assertThat(entry.getFields().keySet())
        .extracting(Key::getValue)
        .startsWith("title", "author", "year")
        .endsWith("abstract", "keywords", "url", "doi");
    assertThat(entry.getField(BibTeXEntry.KEY_URL).toUserString()).isEqualTo(paper.url());
    String title = entry.getField(BibTeXEntry.KEY_TITLE).toUserString();
    if (title.chars().allMatch(c -> c < 128) && !title.matches(".*(?<!\\\\)\\$.*")) {
      // As LaTeX prints them
      String printed = paper.title().replace('\'', '’').replace('`', '‘');
      assertThat(new LaTeXPrinter().print(new LaTeXParser().parse(new StringReader(title))))
          .isEqualTo(printed);
    }
  }

  @Test
  void readsBackAllPapersOfAList() throws ParseException {
    String file = ListFormat.BIBTEX.write(Lists.list(Lists.hostile()));
    assertThat(parsed(file).getEntries()).hasSize(Lists.HOSTILE.size());
    assertThat(Lists.read(file))
        .extracting(Paper::title)
        .isEqualTo(Lists.HOSTILE.stream().map(BibtexFileTest::readBack).toList());
    assertThat(file).endsWith("}\n").doesNotContain("\r");
  }

  @Test
  void keepsFormulasButNotCommandsThatDoSomething() {
    assertThat(Latex.of("in $O(n \\log n)$ or $\\{x_1\\}$"))
        .isEqualTo("in $O(n \\log n)$ or $\\{x_1\\}$");
    assertThat(Latex.of("$\\input{x}$"))
        .isEqualTo("\\$\\textbackslash{}input\\textbraceleft{}x\\textbraceright{}\\$");
    assertThat(Latex.of("$^^5cinput$")).doesNotContain("^^");
    assertThat(Latex.of("$5 and $6")).isEqualTo("\\$5 and \\$6");
    assertThat(Latex.of("$}{$")).isEqualTo("\\$\\textbraceright{}\\textbraceleft{}\\$");
  }

  @Test
  void writesNoCommandOfAText() {
    String file = ListFormat.BIBTEX.write(Lists.list(Lists.hostile()));
    assertThat(file)
        .doesNotContain("\\input", "\\write", "\\def", "\\end", "^^", "\\\\")
        .contains("\\textbackslash{}input\\textbraceleft{}/etc/passwd\\textbraceright{}");
  }

  @Test
  void protectsNamesThatWouldBeTakenApart() {
    Paper paper =
        new Paper(
            new PaperId("p"),
            "T",
            "",
            List.of("Jean de la Fontaine, Jr.", "Smith and Wesson Inc", " ", "Ada King"),
            null,
            List.of(),
            null,
            null);
    assertThat(write(paper))
        .contains("author = {de la Fontaine, Jr., Jean and {Smith and Wesson Inc} and Ada King}");
    assertThat(Lists.read(write(paper)).getFirst().authors())
        .containsExactly("Jean de la Fontaine Jr.", "Smith and Wesson Inc", "Ada King");
  }

  @ParameterizedTest
  @CsvSource({
    "2024.acl-long.12, 2024.acl-long.12",
    "cs/0112017, cs/0112017",
    "'a b,c', a-b-c",
    "'{\"#%~\\}', -",
    "日本, -",
    "x=y, x-y"
  })
  void makesKeysOfIds(String id, String key) throws ParseException {
    assertThat(parsed(write(Paper.of(id, "T", ""))).getEntries().keySet())
        .containsExactly(new Key(key));
  }

  @Test
  void keepsTheKeysOfTheSourceAsAliasesIfNoOtherPaperHasThem() {
    Paper one = Paper.of("a", "1", "").called("doe2020", "12", "with blank", "http://x.example/1");
    Paper two = Paper.of("b", "2", "").called("A", "Doe2020", "roe2021");
    String file = ListFormat.BIBTEX.write(Lists.list(one, two));
    assertThat(file).contains("ids = {doe2020}", "ids = {roe2021}");
    assertThat(Lists.read(file))
        .extracting(Paper::names)
        .containsExactly(List.of("a", "doe2020"), List.of("b", "roe2021"));
    assertThat(CslFile.item(one).path("citation-key").asString()).isEqualTo("doe2020");
    assertThat(ListFormat.RIS.write(Lists.list(two)))
        .contains("LB  - Doe2020\r\n", "LB  - roe2021\r\n");
  }

  @Test
  void keepsCapitalsInTheTitleOfABook() {
    Paper paper =
        Paper.of("a", "1", "")
            .published(Publication.of(List.of("paper-conference", "Proceedings of BEES")));
    assertThat(write(paper)).contains("booktitle = {{Proceedings of BEES}}");
  }

  @Test
  void makesKeysDistinctAndLeavesSafeOnesAlone() {
    String file =
        ListFormat.BIBTEX.write(
            Lists.list(
                Paper.of("a b", "1", ""),
                Paper.of("a,b", "2", ""),
                Paper.of("a-b", "3", ""),
                Paper.of("A-B", "4", "")));
    assertThat(Lists.read(file))
        .extracting(paper -> paper.names().getFirst())
        .containsExactly("a-b-2", "a-b-3", "a-b", "A-B-4");
  }

  @Test
  void namesWhatIsOnArxiv() {
    Paper paper =
        new Paper(
            new PaperId("1706.03762"),
            "T",
            "",
            List.of(),
            null,
            List.of(),
            "https://arxiv.org/abs/1706.03762v5",
            null);
    assertThat(write(paper))
        .startsWith("@misc{1706.03762,")
        .contains("eprint = {1706.03762}", "archiveprefix = {arXiv}");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://a.example/b_c%20d, https://a.example/b_c%20d",
        "'http://a.example/{x} \\y', http://a.example/%7Bx%7D%20%5Cy",
        "javascript:alert(1), -",
        "file:///etc/passwd, -"
      })
  void writesAddressesOfTheWebOnly(String url, String written) {
    Paper read = Lists.read(write(Lists.linked("p", url))).getFirst();
    assertThat(read.url()).isEqualTo(written);
  }

  @Test
  void writesNoLineBreakOfAName() {
    Paper paper =
        new Paper(
            new PaperId("p"),
            "T",
            "",
            List.of("Ada\nKing\u0000"),
            null,
            List.of("a\r\nb"),
            "https://a.example/\r\nx",
            "10.1/\u0007{x");
    Paper read = Lists.read(write(paper)).getFirst();
    assertThat(read.authors()).containsExactly(PlainText.of("Ada King"));
    assertThat(read.url()).isEqualTo("https://a.example/%20x");
    assertThat(write(paper)).contains("doi = {10.1/ %7Bx}");
  }

  private static BibTeXDatabase parsed(String text) throws ParseException {
    return new BibTeXParser().parse(new StringReader(text));
  }

  private static String write(Paper paper) {
    return ListFormat.BIBTEX.write(Lists.list(paper));
  }
}
