package dev.akin.write.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

class AtomFeedTest {
  private static final Paper BARE = Paper.of("bare", "A title", "An abstract.");

  /// The UUIDs are from another implementation: MD5 of `akin:paper:p`.
  @Test
  void writesAFeed() throws Exception {
    Paper paper =
        new Paper(
            new PaperId("p"),
            "A title",
            "An abstract.",
            List.of("Ada King"),
            PublicationDate.parse("2024-05"),
            List.of("cs.CL"),
            "https://a.example/?x=1&y=2",
            null);
    String feed = ListFormat.ATOM.write(Lists.list(paper));
    assertThat(feed)
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
            <id>urn:uuid:f5624714-2912-3231-8879-fae82f88fe47</id>
            <title type="text">A list</title>
            <updated>2026-11-21T10:20:30Z</updated>
            <author>
            <name>akin</name>
            </author>
            <link rel="self" href="/v1/papers?format=atom"></link>
            <entry>
            <id>urn:uuid:d3e9d4b8-ba9c-3bb6-8fde-9868690270a0</id>
            <title type="text">A title</title>
            <updated>2024-05-01T00:00:00Z</updated>
            <published>2024-05-01T00:00:00Z</published>
            <author>
            <name>Ada King</name>
            </author>
            <category term="cs.CL"></category>
            <link rel="alternate" href="https://a.example/?x=1&amp;y=2"></link>
            <summary type="text">An abstract.</summary>
            </entry>
            </feed>
            """);
    assertThat(faults(feed)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.akin.write.list.BibtexFileTest#hostile")
  void isValidAndSaysTheSame(Paper paper) throws Exception {
    String feed = ListFormat.ATOM.write(Lists.list(paper));
    assertThat(faults(feed)).isEmpty();
    Element entry = entries(feed).getFirst();
    assertThat(text(entry, "title")).isEqualTo(paper.title());
    assertThat(text(entry, "summary")).isEqualTo(paper.abstractText());
    assertThat(texts(entry, "name")).isEqualTo(paper.authors());
    assertThat(attributes(entry, "category", "term")).isEqualTo(paper.categories());
    assertThat(attributes(entry, "link", "href")).containsExactly(paper.url());
    assertThat(text(entry, "updated"))
        .isEqualTo(Objects.requireNonNull(paper.date()).earliest() + "T00:00:00Z");
  }

  @Test
  void isValidForAWholeListAndForNone() throws Exception {
    assertThat(faults(ListFormat.ATOM.write(Lists.list(Lists.hostile())))).isEmpty();
    assertThat(faults(ListFormat.ATOM.write(Lists.list()))).isEmpty();
  }

  @Test
  void isNotValidWhereTheSchemaSaysSo() throws Exception {
    String feed = ListFormat.ATOM.write(Lists.list(BARE));
    assertThat(faults(feed.replace("updated>", "modified>"))).isNotEmpty();
    assertThat(faults(feed.replace("2026-11-21T10:20:30Z", "yesterday"))).isNotEmpty();
  }

  /// RFC 4287, 4.1.2: an entry leads somewhere or has a content; RELAX NG cannot say that.
  @Test
  void hasTheAbstractAsContentWhereAnEntryLeadsNowhere() throws Exception {
    for (String url : new String[] {null, "javascript:alert(1)", "data:text/html,x", "ftp://x/y"}) {
      String feed = ListFormat.ATOM.write(Lists.list(Lists.linked("p", url)));
      Element entry = entries(feed).getFirst();
      assertThat(texts(entry, "link")).isEmpty();
      assertThat(texts(entry, "summary")).isEmpty();
      assertThat(text(entry, "content")).isEqualTo("A");
      assertThat(faults(feed)).isEmpty();
    }
  }

  @Test
  void leadsToTheDoiWhereThereIsNoAddress() throws Exception {
    Paper paper =
        new Paper(
            new PaperId("p"), "T", "", List.of(), null, List.of(), "javascript:x", "10.1/<a b>");
    Element entry = entries(ListFormat.ATOM.write(Lists.list(paper))).getFirst();
    assertThat(attributes(entry, "link", "href"))
        .containsExactly("https://doi.org/10.1/%3Ca%20b%3E");
  }

  @Test
  void givesAPaperWithoutDateTheTimeOfTheCommit() throws Exception {
    Element entry = entries(ListFormat.ATOM.write(Lists.list(BARE))).getFirst();
    assertThat(text(entry, "updated")).isEqualTo("2026-11-21T10:20:30Z");
    assertThat(texts(entry, "published")).isEmpty();
  }

  @Test
  void leavesOutWhatXmlDoesNotAllow() throws Exception {
    Paper paper =
        new Paper(
            new PaperId("p\uFFFE"),
            "a\uFFFFb\uFFFEc",
            "",
            List.of("A\u0001B\u0000", "\u0002", "x\uD800y"),
            null,
            List.of("", "a\tb\u001F"),
            "https://a.example/\u0003x",
            null);
    String feed = ListFormat.ATOM.write(Lists.list(paper));
    assertThat(faults(feed)).isEmpty();
    Element entry = entries(feed).getFirst();
    assertThat(text(entry, "title")).isEqualTo("abc");
    assertThat(attributes(entry, "category", "term")).containsExactly("a b");
    assertThat(attributes(entry, "link", "href")).containsExactly("https://a.example/%20x");
  }

  @Test
  void keepsItsIdsFromCommitToCommit() throws Exception {
    PaperList list = Lists.list(BARE);
    PaperList later =
        new PaperList("Another title", list.self(), Lists.UPDATED.plusSeconds(1), list.papers());
    assertThat(ids(later)).isEqualTo(ids(list)).doesNotHaveDuplicates();
    PaperList other = new PaperList("A list", "/other", Lists.UPDATED, list.papers());
    assertThat(ids(other).getFirst()).isNotEqualTo(ids(list).getFirst());
    assertThat(ids(other).getLast()).isEqualTo(ids(list).getLast());
  }

  private static List<String> ids(PaperList list) throws Exception {
    return texts(feed(ListFormat.ATOM.write(list)), "id");
  }

  /// What Jing has against a feed, by the schema of RFC 4287.
  private static List<String> faults(String feed) throws IOException, SAXException {
    StringWriter faults = new StringWriter();
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new Faults(faults));
    ValidationDriver driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    String schema =
        Objects.requireNonNull(AtomFeedTest.class.getResource("atom.rnc")).toExternalForm();
    assertThat(driver.loadSchema(new InputSource(schema))).as(faults.toString()).isTrue();
    driver.validate(new InputSource(new StringReader(feed)));
    return faults.toString().lines().toList();
  }

  private record Faults(StringWriter faults) implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      error(e);
    }

    @Override
    public void error(SAXParseException e) {
      faults.write(e.getLineNumber() + ": " + e.getMessage() + "\n");
    }

    @Override
    public void fatalError(SAXParseException e) {
      error(e);
    }
  }

  private static Element feed(String text)
      throws ParserConfigurationException, IOException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)))
        .getDocumentElement();
  }

  private static List<Element> entries(String feed) throws Exception {
    return elements(feed(feed), "entry");
  }

  private static String text(Element parent, String name) {
    List<String> texts = texts(parent, name);
    assertThat(texts).hasSize(1);
    return texts.getFirst();
  }

  private static List<String> texts(Element parent, String name) {
    return elements(parent, name).stream().map(Element::getTextContent).toList();
  }

  private static List<String> attributes(Element parent, String name, String attribute) {
    return elements(parent, name).stream().map(each -> each.getAttribute(attribute)).toList();
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
