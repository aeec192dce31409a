package dev.akin.read.format.bibtex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Identifiers;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.read.PaperFormat;
import dev.akin.read.Problem;
import dev.akin.read.ReadOptions;
import dev.akin.read.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BibtexTest {
  private static Reading library() {
    return Reading.of(Reading.resource("library.bib"), ReadOptions.DEFAULT);
  }

  private static Reading read(String text) {
    return Reading.of(text, PaperFormat.BIBTEX);
  }

  @Test
  void readsEveryField() {
    assertThat(library().papers().getFirst())
        .isEqualTo(
            new Paper(
                    new PaperId("10.5555/wool_1"),
                    "On {KNOT}s: \\emph{Twisted} Yarn --- and G{\\\"o}del's Socks",
                    "We knit in $O(n^2)$ time, 50\\% faster than ``Old Wool''~\\cite{wool}."
                        + " See S{\\o}rensen \\& Erd{\\H{o}}s.",
                    List.of(
                        "Anna Maria Löffler",
                        "J. van der Berg",
                        "Knots and Sons Ltd.",
                        "Otis King Jr.",
                        "Ada de la Cruz"),
                    new PublicationDate(2019, 5, 17),
                    List.of("knitting, yarn", "socks, wool"),
                    "https://wool.example.org/~anna/a_b--c.pdf",
                    "10.5555/wool_1")
                .called("Loeffler2019Knots")
                .published(Publication.of(List.of("article-journal", "Journal of Wool Studies")))
                .withPlain(
                    "On KNOTs: Twisted Yarn — and Gödel's Socks",
                    "We knit in O(n²) time, 50% faster than “Old Wool”. See Sørensen & Erdős."));
  }

  @Test
  void losesNoEntryBesideABrokenOne() {
    Reading library = library();
    assertThat(library.format()).isEqualTo(PaperFormat.BIBTEX);
    assertThat(library.ids())
        .containsExactly(
            "10.5555/wool_1",
            "2020-moths-and-holes-in-wool",
            "2021-wool-1-2aaf2c063e",
            "attention-to-sheep");
    assertThat(library.names())
        .containsExactly("Loeffler2019Knots", "2020A&A...641A...6P", "hidden-wool", "Scholar");
    assertThat(library.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "test:27: @inproceedings is not closed: a brace or quotation mark is missing",
            "test:31: title is missing",
            "test:32: not BibTeX near \"=\"");
    assertThat(library.records()).isEqualTo(7);
  }

  @Test
  void namesTheArxivPaperWhereThereIsNoUrl() {
    List<Paper> papers = library().papers();
    assertThat(papers.get(1).url()).isEqualTo("https://arxiv.org/abs/2001.01234");
    assertThat(papers.get(1).date()).hasToString("2020");
    assertThat(papers.get(2).url()).isNull();
    assertThat(papers.get(2).date()).hasToString("2021-03-04");
    assertThat(Identifiers.of(papers.get(3))).containsExactly("arxiv:cs/0112017");
    assertThat(papers.get(3).date()).isNull();
  }

  @Test
  void readsTheSameWithWindowsLineEndsAndAByteOrderMark() {
    String text = new String(Reading.resource("library.bib"), StandardCharsets.UTF_8);
    Reading windows = Reading.of("\uFEFF" + text.replace("\n", "\r\n"));
    assertThat(windows.papers()).isEqualTo(library().papers());
    assertThat(windows.problems()).extracting(Problem::line).containsExactly(27L, 31L, 32L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "@a{k, title = {T}}|t|T",
        "@a{k, title = \"T\",,}|t|T",
        "@a(k, title = \"T (1)\")|t-1|T (1)",
        "@a{k,title={{T} \\{1\\}}}|t-1|T {1}",
        "@a{k, title = {T \\{ 1}}|t-1|T { 1",
        "@a{k, title = {T \\\\}}|t|T",
        "@a{k, title = {T @include{u} @b{v,}}}|t-includeu-bv|T @includeu @bv,",
        "@a{k, title = t#\"u\"#{v}}|tuv|tuv",
        "@string{t = {T}} @a{k, title = T # t}|tt|TT",
        "@string{t = {T}} @string{u = t # t} @a{k, title = u # u}|tttt|TTTT",
        "@a{k, title = {T}, title = {U}}|t|T",
        "@a{k, title = 2020, pages = {1}}|2020|2020",
        "@a{, title = {The Title}}|the-title|The Title",
        "@a{title = {T}, doi = {10.5555/x}}|10.5555/x|T",
        "@a{10.1/(x)<y>;z&w*, title = {T}}|t|T",
        "@ a { k , title = {T} }|t|T",
        "me@x.org, @a {k, title={T}} and more {|t|T",
      })
  void readsWhatPeopleWrite(String text, String id, String title) {
    Paper paper = read(text).paper();
    assertThat(paper.id()).hasToString(id);
    assertThat(paper.title()).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "@a{k, title = {T}|@a is not closed",
        "@a{k, title = \"T}|@a is not closed",
        "@a{k, title = {T}, 1 = }|not BibTeX",
        "@a{k, title = {T}, x = 日}|not BibTeX: a character that may not stand outside braces",
        "@a{k}|title is missing",
        "@a{k, author = {A}}|title is missing",
        "@a{, title = {}}|neither a DOI nor a title",
        "@string{s}|not BibTeX",
      })
  void skipsWithAReason(String text, String what) {
    assertThat(read(text).problem()).startsWith(what);
  }

  @Test
  void readsOnBehindALineThatIsNotUtf8() {
    byte[] bytes =
        "@a{k, title = {caf?}}\n@b{m?, \n title = {M}}\n?\n@c{l,\n title = {L}}\n"
            .replace('?', '\u0081')
            .getBytes(StandardCharsets.ISO_8859_1);
    Reading reading = Reading.of(bytes, new ReadOptions(PaperFormat.BIBTEX, null));
    assertThat(reading.ids()).containsExactly("l");
    assertThat(reading.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "test:1: not UTF-8 at byte 18 of the line",
            "test:2: not UTF-8 at byte 4 of the line",
            "test:4: not UTF-8 at byte 0 of the line");
  }

  @Test
  void findsATypeAndItsBraceOnTwoLines() {
    assertThat(read("@a\n{\nk,\ntitle\n=\n{T}\n}").names()).containsExactly("k");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@", "@a", "@a\n", "just text"})
  void saysThatAFileIsNotBibtex(String text) {
    assertThat(read("%\n" + text).problem()).isEqualTo("no record of the format bibtex in it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@comment{x}", "@string{s = {S}}"})
  void findsNothingInAFileWithoutEntries(String text) {
    Reading reading = read("%\n" + text);
    assertThat(reading.papers()).isEmpty();
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void boundsWhatAnEntryMayTake() {
    String long1 = "x".repeat(1 << 19);
    Reading reading =
        read(
            "@a{k, title = {%s\n%s\n}}\n@b{l, title = {L}}\n".formatted(long1, long1)
                + "@c{m, title = a %s}\n".formatted("# a ".repeat(9999))
                + "@string{s = {%s}}\n@d{n, title = s}".formatted("s".repeat(2001)));
    assertThat(reading.names()).containsExactly("l", "n");
    assertThat(reading.problems())
        .extracting(Problem::what)
        .containsExactly(
            "entry of more than 1,048,576 characters",
            "more than 200 pieces joined by #",
            "@string of more than 2,000 characters, or after 10,000 others");
  }

  @Test
  void opensNoOtherFile() {
    assertThat(read("@include{absent.bib}").records()).isZero();
    // JBibTeX would see the end of the entry in the second brace, and open the file
    assertThat(read("@a(k, title={T}} @include{absent.bib})").problem())
        .isEqualTo("not BibTeX: a character that may not stand outside braces");
  }
}
