package dev.akin.write.list;

import dev.akin.index.store.Holdings;
import dev.akin.index.store.IndexInfo;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.Problem;
import dev.akin.read.ReadOptions;
import dev.akin.read.latex.LatexText;
import dev.akin.read.markup.MarkupText;
import dev.akin.read.value.Keywords;
import dev.akin.read.value.PersonNames;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.vector.Space;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Lists to write, some of them hostile, and how akin reads what was written.
public final class Lists {
  public static final Instant UPDATED = Instant.parse("2026-11-21T10:20:30.456Z");
  public static final IndexInfo INDEX =
      new IndexInfo(
          "build",
          1,
          List.of(Space.of("model", 2, Map.of("weights", "one"))),
          new Holdings(2, 2, 0, 0, 0, new TreeMap<>(), new TreeMap<>()),
          null,
          UPDATED,
          100);

  /// The same as akin reads it in a list for reference managers: with LaTeX as such; with the DOI
  /// as the id, and the id as a name; with the names of people and the keywords cleaned.
  public static Paper asRead(Paper paper) {
    return new Paper(
            new PaperId(String.valueOf(paper.doi())),
            MarkupText.of(paper.title()),
            MarkupText.of(paper.abstractText()),
            namesAsRead(paper),
            paper.date(),
            paper.categories().stream()
                .map(MarkupText::of)
                .flatMap(category -> Keywords.ofField(category).stream())
                .distinct()
                .toList(),
            paper.url(),
            paper.doi())
        .called(paper.id().value())
        .withPlain(textAsRead(paper.title()), textAsRead(paper.abstractText()));
  }

  private static String textAsRead(String text) {
    return LatexText.mixed(MarkupText.of(text));
  }

  /// The authors that are people or groups, without markup.
  public static List<String> namesAsRead(Paper paper) {
    return paper.authors().stream()
        .flatMap(name -> PersonNames.ofField(MarkupText.of(name)).stream())
        .toList();
  }

  /// What a title, an abstract or a category may say to whoever trusts it.
  public static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "]]> & &amp; &lt; <![CDATA[ <!-- --> <?xml?>",
          "=HYPERLINK(\"http://evil.example\",\"a\")",
          "+1+cmd|' /C calc'!A0",
          "-2+3",
          "@SUM(1;2)",
          "\\input{/etc/passwd} \\write18{rm} \\end{document}",
          "$\\input{/etc/passwd}$ and $^^5cinput x$ and $\\def\\a{b}$",
          "} unbalanced { braces }} {{{",
          "$}$ and $\\{$ and $x\\\\y$",
          "100 % of A&B #1 a_b ~x ^y \\ \\\\ $ $$ $5 and $6 $$x$$",
          "$O(n \\log n)$ and $\\mathbb{R}^{d_1}$, $f''$ --- -- - ``q'' <= | >",
          "Ünïcödé Gödel's 日本語 😀 שלום \u202Eevil\u202C",
          "@article{k, title = {x}} @include{foo} @string{a = \"b\"}",
          "TY - JOUR ER - AU - Nobody",
          "{\\\"o} \\'e \\o \\ss \\alpha --- “quoted” ‘q’",
          "a,b;\"c\" 'd' `e`",
          "--- `` '' --",
          "ends in a backslash \\",
          "ends in a dollar $");

  public static final List<String> HOSTILE_NAMES =
      List.of(
          "Ashish Vaswani",
          "Vincent van Gogh",
          "OpenAI",
          "Smith and Wesson Inc",
          "and Company",
          "Ohm & Watt {Ltd}",
          "others",
          "\\input{/etc/passwd}",
          "<b>Bold</b>",
          "=cmd()",
          "李 明",
          "Łukasz Kaiser");

  private Lists() {}

  /// A paper a hostile text, with each of them as title, abstract and category.
  public static List<Paper> hostile() {
    return IntStream.range(0, HOSTILE.size()).mapToObj(Lists::hostile).toList();
  }

  private static Paper hostile(int i) {
    String text = HOSTILE.get(i);
    return new Paper(
        new PaperId("p" + i),
        text,
        "Abstract: " + text,
        HOSTILE_NAMES,
        List.of(
                new PublicationDate(2024, 5, 17),
                new PublicationDate(1999, 12, 0),
                PublicationDate.ofYear(2001))
            .get(i % 3),
        List.of(text, "cs.CL"),
        "https://example.org/a_b/%20?x=1&y=~z#" + i,
        "10.1000/a_(b)<c>#" + i);
  }

  public static PaperList list(Paper... papers) {
    return list(List.of(papers));
  }

  public static PaperList list(List<Paper> papers) {
    return PaperList.of("A list", papers, INDEX, "/v1/papers?format=atom");
  }

  public static Answer answer(Query query, List<Paper> liked, Recommendation... results) {
    return new Answer(
        query,
        RecommendOptions.DEFAULT,
        liked,
        List.of(),
        List.of(),
        List.of(results),
        0,
        false,
        false,
        null,
        null,
        INDEX);
  }

  public static Recommendation found(int rank, Paper paper) {
    return new Recommendation(rank, paper, -0.25, 1.5, 3.0, List.of(), null);
  }

  public static Paper dated(String id, @Nullable String date) {
    return new Paper(
        new PaperId(id),
        "Title of " + id,
        "",
        List.of(),
        date == null ? null : PublicationDate.parse(date),
        List.of(),
        null,
        null);
  }

  public static Paper linked(String id, @Nullable String url) {
    return new Paper(new PaperId(id), "T", "A", List.of(), null, List.of(), url, null);
  }

  /// What akin reads in a file of that text, all of it without a problem.
  public static List<Paper> read(String text) {
    List<Paper> papers = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    PaperSource source =
        PaperSource.of("list", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    try (PaperReader reader = PaperReader.open(source, ReadOptions.DEFAULT, problems::add)) {
      for (Paper paper = reader.next(); paper != null; paper = reader.next()) {
        papers.add(paper);
      }
    }
    if (!problems.isEmpty()) {
      throw new AssertionError(problems.toString());
    }
    return papers;
  }
}
