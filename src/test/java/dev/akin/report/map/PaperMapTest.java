package dev.akin.report.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.report.Placed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PaperMapTest {
  private static final String RUN = "</script><script>alert(1)</script>";
  private static final List<String> HOSTILE =
      List.of(RUN, "=HYPERLINK(\"x\")", "left \u202Eright\u2028end", "<!--<script>", "{{x}}", "");

  @TempDir Path folder;

  private static Paper paper(String id, String title, String url, String... authors) {
    return new Paper(
        new PaperId(id),
        title,
        "",
        List.of(authors),
        PublicationDate.parse("2021-05"),
        List.of(),
        url,
        null);
  }

  private static List<Paper> papers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> paper("p" + i, "Title " + i, "https://example.org/p" + i + "/", "Ada", "Bo"))
        .toList();
  }

  private void write(List<Paper> papers) {
    Placed.papers(folder.resolve("index"), papers, placed -> placed.write(folder));
  }

  private String file(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private static String script(String page, String id) {
    Matcher found =
        Pattern.compile("<script[^>]* id=\"" + id + "\">(.*?)</script>", Pattern.DOTALL)
            .matcher(page);
    assertThat(found.find()).as(id).isTrue();
    return found.group(1);
  }

  private static JsonNode json(String page, String id) {
    return JsonMapper.shared().readTree(script(page, id));
  }

  /// A column of the points: 0 x, 1 y, 2 the year, 3 the topic.
  private static List<Integer> column(String page, int place) {
    var numbers =
        ByteBuffer.wrap(Base64.getDecoder().decode(script(page, "map-points")))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asShortBuffer();
    int count = numbers.limit() / 4;
    return IntStream.range(place * count, (place + 1) * count)
        .mapToObj(i -> numbers.get(i) & 0xFFFF)
        .toList();
  }

  @Test
  void pageHoldsThePoints() throws IOException {
    write(papers(5));
    String page = file("map.html");
    assertThat(column(page, 0)).containsExactly(0, 13107, 26214, 39321, 52428); // i / 5 * 65535
    assertThat(column(page, 2)).containsOnly(2021);
    assertThat(column(page, 3)).containsExactly(1, 2, 1, 2, 1);
    JsonNode map = json(page, "map-data");
    assertThat(map.at("/topics/1/label").stringValue()).isEqualTo("odd");
    assertThat(map.at("/topics/0/id").intValue()).isEqualTo(7);
    assertThat(map.at("/topics/0/papers").intValue()).isEqualTo(3);
  }

  @Test
  void hostileTitlesAreTextOnly() throws IOException {
    write(
        IntStream.range(0, HOSTILE.size())
            .mapToObj(i -> paper("p" + i, HOSTILE.get(i), "", RUN))
            .toList());
    String page = file("map.html");
    assertThat(page.split("</script", -1)).hasSize(4); // points, topics, the script
    assertThat(page.split("<script", -1)).hasSize(4);
    assertThat(page).doesNotContain("\u2028").doesNotContain("<!--");
    assertThat(json(page, "map-data").at("/topics/0/label").stringValue())
        .isEqualTo("parsing </script> & trees");
  }

  @Test
  void policyLetsOnlyTheOwnScriptRun() throws Exception {
    write(papers(1));
    String page = file("map.html");
    Matcher script = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(page);
    assertThat(script.find()).isTrue();
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(script.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(page)
        .contains("default-src &#39;none&#39;; script-src &#39;self&#39; file: &#39;sha256-")
        .contains(Base64.getEncoder().encodeToString(digest).replace("=", "&#61;"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void fewPapersAreAMapToo(int count) throws Exception {
    write(papers(count));
    assertThat(column(file("map.html"), 3)).hasSize(count).allMatch(topic -> topic == 0);
    assertThat(json(file("map.html"), "map-data").get("papers").intValue()).isEqualTo(count);
    assertThat(file("map.svg")).contains(count + (count == 1 ? " paper in" : " papers in"));
    assertThat(elements(file("map.svg")).containsKey("path")).isEqualTo(count > 0);
  }

  @Test
  void papersWithoutAPlaceAreLeftOut() {
    Placed.papers(
        folder.resolve("index"),
        papers(3),
        placed -> {
          Positions positions =
              new Positions(new double[] {0, Double.NaN, 1}, new double[] {0, Double.NaN, 1});
          new PaperMap(
                  placed.corpus(),
                  new MapPlan(3, placed.topics(), positions),
                  new MapPlan(3, placed.topics(), positions).order(3))
              .write(folder, placed.provenance());
        });
    assertThat(folder.resolve("map.html"))
        .content()
        .satisfies(
            page -> {
              assertThat(json(page, "map-data").get("points").intValue()).isEqualTo(2);
              assertThat(json(page, "map-data").get("papers").intValue()).isEqualTo(3);
              assertThat(json(page, "map-data").at("/topics/1/points").intValue()).isZero();
            });
  }

  @Test
  void theSameMapIsTheSameBytes() throws IOException {
    Path again = Files.createDirectory(folder.resolve("again"));
    Placed.papers(
        folder.resolve("index"),
        papers(40),
        placed -> {
          placed.write(folder);
          placed.write(again);
        });
    for (String name : List.of("map.html", "map.svg", "map.png")) {
      assertThat(again.resolve(name)).hasSameBinaryContentAs(folder.resolve(name));
    }
  }

  @Test
  void eachFileSaysWhatItWasMadeFrom() throws Exception {
    Map<String, String> wanted = new TreeMap<>();
    Placed.papers(
        folder.resolve("index"),
        papers(3),
        placed -> {
          placed.write(folder);
          wanted.putAll(placed.provenance().entries());
        });
    String line = "corpus " + wanted.get("corpus");
    assertThat(file("map.html"))
        .contains("<meta name=\"generator\"")
        .containsPattern(line + ".*\\R(?s:.*)" + line);
    assertThat(elements(file("map.svg")).get("metadata")).contains(line);
    assertThat(pngTexts(Files.readAllBytes(folder.resolve("map.png")))).isEqualTo(wanted);
  }

  @Test
  void pngIsASquareWithPointsOnWhite() throws IOException {
    write(papers(3));
    var image = ImageIO.read(folder.resolve("map.png").toFile());
    assertThat(image.getWidth()).isEqualTo(MapPng.SIDE);
    assertThat(image.getHeight()).isEqualTo(MapPng.SIDE);
    assertThat(image.getRGB(5, 5) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    assertThat(image.getRGB(72, 72) & 0xFFFFFF).isNotEqualTo(0xFFFFFF); // the first paper, at 36
  }

  @Test
  void svgHoldsEveryPointAndTheLabelsAsText() throws Exception {
    write(papers(9));
    String svg = file("map.svg");
    assertThat(svg.split("h0", -1)).hasSize(10);
    assertThat(elements(svg).get("tspan")).contains("</script>");
  }

  @Test
  void aFolderThatIsMissingIsNamed() {
    Placed.papers(
        folder.resolve("index"),
        papers(1),
        placed ->
            assertThatThrownBy(() -> placed.write(folder.resolve("missing")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing: cannot be written"));
  }

  /// The text of all elements by their name. Reading to the end shows that the file is XML.
  private static Map<String, String> elements(String svg) throws Exception {
    Map<String, String> texts = new TreeMap<>();
    XMLStreamReader xml =
        XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(svg));
    String name = "";
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        name = xml.getLocalName();
        texts.putIfAbsent(name, "");
      } else if (event == XMLStreamReader.CHARACTERS) {
        texts.merge(name, xml.getText().strip(), String::concat);
      }
    }
    return texts;
  }

  private static Map<String, String> pngTexts(byte[] png) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
    var root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
    Map<String, String> texts = new TreeMap<>();
    Stream.of("tEXtEntry", "iTXtEntry")
        .forEach(
            kind -> {
              NodeList entries = root.getElementsByTagName(kind);
              for (int i = 0; i < entries.getLength(); i++) {
                IIOMetadataNode entry = (IIOMetadataNode) entries.item(i);
                String value = kind.equals("tEXtEntry") ? "value" : "text";
                texts.put(entry.getAttribute("keyword"), entry.getAttribute(value));
              }
            });
    return texts;
  }
}
