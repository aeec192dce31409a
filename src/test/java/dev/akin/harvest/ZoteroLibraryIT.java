package dev.akin.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.paper.Paper;
import dev.akin.paper.PublicationDate;
import dev.akin.read.Problem;
import dev.akin.read.record.ReadException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The local API of Zotero, in the shapes of version 3.
@Timeout(60)
class ZoteroLibraryIT {
  private static final String ITEM =
      """
      {"id": "http://zotero.org/users/1/items/SZ6KBPQ9", "type": "article-journal",
       "abstract": "To share a secret.", "container-title": "Communications of the ACM", "DOI": "10.1145/359168.359176",
       "title": "How to share a secret", "volume": "22", "author": [{"family": "Shamir", "given": "Adi"}],
       "issued": {"date-parts": [["1979", 11]]}}""";

  private static final String COLLECTIONS =
      """
      [{"key": "AAAA1111", "version": 5, "library": {"type": "user", "id": 1},
        "data": {"key": "AAAA1111", "name": "Thesis", "parentCollection": false, "relations": {}}},
       {"key": "BBBB2222", "data": {"key": "BBBB2222", "name": "Methods", "parentCollection": "AAAA1111"}},
       {"key": "CCCC3333", "data": {"key": "CCCC3333", "name": "Course", "parentCollection": false}},
       {"key": "DDDD4444", "data": {"key": "DDDD4444", "name": "Methods", "parentCollection": "CCCC3333"}},
       {"key": "../items", "data": {"name": "Odd", "parentCollection": false}}]""";

  private final ZoteroServer zotero = new ZoteroServer();
  private final List<Problem> problems = new ArrayList<>();

  @AfterEach
  void stop() {
    zotero.close();
  }

  private List<Paper> entries(@Nullable String collection) {
    return ZoteroLibrary.at(zotero.url()).entries(collection, 5_001, problems::add);
  }

  private static String item(int number) {
    return "{\"id\": \"http://zotero.org/users/1/items/K%d\", \"type\": \"book\", \"title\": \"Book %d\"}"
        .formatted(number, number);
  }

  private static String items(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(ZoteroLibraryIT::item)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void readsTheItemsOfTheLibrary() {
    zotero.with("/items/top", "[" + ITEM + "]");
    Paper paper = entries(null).getFirst();
    assertThat(paper.title()).isEqualTo("How to share a secret");
    assertThat(paper.abstractText()).isEqualTo("To share a secret.");
    assertThat(paper.doi()).isEqualTo("10.1145/359168.359176");
    assertThat(paper.authors()).containsExactly("Adi Shamir");
    assertThat(paper.date()).isEqualTo(new PublicationDate(1979, 11, 0));
    assertThat(zotero.requests)
        .singleElement()
        .asString()
        .contains("format=csljson", "itemType=-attachment", "itemType=-note", "start=0");
  }

  @Test
  void readsPageAfterPage() {
    zotero.with("/items/top", items(0, 2 * ZoteroLibrary.PAGE + 1));
    assertThat(entries(null))
        .hasSize(2 * ZoteroLibrary.PAGE + 1)
        .extracting(Paper::title)
        .endsWith("Book 1000");
    assertThat(zotero.requests).hasSize(3);
  }

  @Test
  void readsNoMoreThanIsWanted() {
    zotero.with("/items/top", items(0, 3 * ZoteroLibrary.PAGE));
    assertThat(ZoteroLibrary.at(zotero.url()).entries(null, 10, problems::add))
        .hasSize(ZoteroLibrary.PAGE);
    assertThat(zotero.requests).hasSize(1);
  }

  @Test
  void namesItemsThatCannotBeReadAndReadsTheOthers() {
    zotero.with("/items/top", "[{\"id\": \"x\", \"type\": \"book\"}, " + ITEM + "]");
    assertThat(entries(null)).hasSize(1);
    assertThat(problems).extracting(Problem::what).containsExactly("title is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Thesis", "thesis"})
  void readsACollectionWithThoseInsideItEachItemOnce(String name) {
    zotero
        .with("/collections", COLLECTIONS)
        .with("/collections/AAAA1111/items/top", items(0, 2))
        .with("/collections/BBBB2222/items/top", items(1, 3));
    assertThat(entries(name))
        .extracting(Paper::title)
        .containsExactly("Book 0", "Book 1", "Book 2");
  }

  @Test
  void findsACollectionByItsPath() {
    zotero.with("/collections", COLLECTIONS).with("/collections/DDDD4444/items/top", items(7, 8));
    assertThat(entries("Course/Methods")).extracting(Paper::title).containsExactly("Book 7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "These   | no collection is called \"These\"; there are: Course, Course/Methods, Thesis, Thesis/Methods",
        "Methods | several collections are called \"Methods\": Course/Methods, Thesis/Methods",
        "Odd     | no collection is called \"Odd\""
      })
  void namesTheCollectionsIfItIsNotClearWhich(String name, String message) {
    zotero.with("/collections", COLLECTIONS);
    assertThatThrownBy(() -> entries(name))
        .isInstanceOf(ReadException.class)
        .hasMessageContaining(message)
        .extracting(e -> ((ReadException) e).kind())
        .isEqualTo(AkinException.Kind.MISSING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | In Zotero, open Settings > Advanced and choose “Allow other applications",
        "404 | Zotero has from version 7 on",
        "302 | Zotero answers with HTTP 302",
        "500 | Zotero answers with HTTP 500"
      })
  void saysWhatToDoIfZoteroRefuses(int status, String message) {
    zotero.status = status;
    assertThatThrownBy(() -> entries(null))
        .isInstanceOf(ReadException.class)
        .hasMessageContaining(message)
        .extracting(e -> ((ReadException) e).kind())
        .isEqualTo(AkinException.Kind.UNAVAILABLE);
    assertThat(zotero.requests).hasSize(1);
  }

  @Test
  void saysThatZoteroIsNotRunning() {
    zotero.close();
    assertThatThrownBy(() -> entries(null))
        .isInstanceOf(ReadException.class)
        .hasMessageContaining(zotero.url() + ": Zotero does not answer. Start Zotero 7 or newer");
  }

  @Test
  void saysThatALibraryIsEmpty() {
    zotero.with("/items/top", "[]");
    assertThatThrownBy(() -> entries(null)).hasMessageContaining("the library is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://zotero.example:23119",
        "https://127.0.0.1:23119",
        "http://127.0.0.1.evil.example:23119",
        "http://127.0.0.1:23119/other",
        "http://user@evil.example",
        "file:///etc/passwd"
      })
  void asksThisMachineOnly(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ZoteroLibrary.at(url))
        .withMessageContaining("is not an address of a Zotero on this machine");
  }
}
