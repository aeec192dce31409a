package dev.akin.digest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.digest.DigestSamples;
import dev.akin.digest.list.Digest;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DigestPagesTest {
  private static final String LONG =
      "A title of many words that goes on and on until it needs a second line in plain text";

  private static RenderedDigest pages(Digest digest) {
    return new DigestPages()
        .render(digest, new DigestLook("New papers", "https://example.org/stop?a=1&b=2"));
  }

  @Test
  void saysInEachFormWhatIsNewAndWhy() {
    RenderedDigest pages = pages(DigestSamples.digest("One", LONG));
    for (String page : List.of(pages.text(), pages.html(), pages.markdown())) {
      assertThat(page.replaceAll("\\s+", " ").replace("\\", ""))
          .contains("2 new papers, published since 2026-04-26")
          .contains("“a search”", "One", LONG, "Ada Lovelace, Žofie Černá")
          .contains("https://example.org/p", "An abstract of One.")
          .contains("Close to “An entry of the library”", "3 more in the next digest")
          .contains("Each paper is listed once.", "nsubscribe");
    }
    assertThat(pages.subject()).isEqualTo("New papers: One and 1 more");
    JsonNode json = JsonMapper.shared().readTree(pages.json());
    assertThat(json.path("papers").asInt()).isEqualTo(2);
    assertThat(json.at("/lists/0/papers/1/title").asString()).isEqualTo(LONG);
  }

  @Test
  void showsHostileTitlesAsText() {
    RenderedDigest pages = pages(DigestSamples.digest(DigestSamples.HOSTILE));
    Document html = Parser.parse(pages.html(), "");
    assertThat(html.select("script, img, iframe, object, form")).isEmpty();
    assertThat(html.select("a").eachAttr("href"))
        .hasSize(2)
        .allMatch(href -> href.startsWith("https://example.org/"));
    assertThat(html.select("h3").text()).contains("<script>alert(1)</script>");
    assertThat(pages.markdown())
        .contains("\\<script\\>", "\\[x\\]\\(javascript\\:y\\)")
        .doesNotContain("<script>");
    for (String text : List.of(pages.text(), pages.subject())) {
      assertThat(text).contains("\\u000ABcc:").doesNotContain("\u202E").doesNotContain("\r");
    }
    assertThat(pages.subject()).doesNotContain("\n");
  }

  @Test
  void needsNoOtherFileAndNoScript() {
    Document html = Parser.parse(pages(DigestSamples.digest("One")).html(), "");
    assertThat(html.select("[src], link, script")).isEmpty();
    assertThat(html.getAllElements().stream().map(Element::attributes))
        .allSatisfy(attributes -> assertThat(attributes.html()).doesNotContain("url(", " on"));
    assertThat(html.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'");
  }

  @Test
  void breaksLinesOfPlainText() {
    List<String> lines = pages(DigestSamples.digest("One", LONG)).text().lines().toList();
    assertThat(lines)
        .allMatch(line -> line.length() <= 76)
        .noneMatch(line -> line.endsWith(" "))
        .anyMatch(Pattern.compile("^  \\w+").asPredicate());
  }
}
