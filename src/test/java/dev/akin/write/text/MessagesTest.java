package dev.akin.write.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  private static final Path FILES = Path.of("src/main/resources/dev/akin/write");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

  private static Properties texts(String language) {
    Properties texts = new Properties();
    try (var in = Files.newBufferedReader(FILES.resolve("messages_" + language + ".properties"))) {
      texts.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(place -> place.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es"})
  void lacksNoTextAndNoPlaceForAValue(String language) {
    Properties english = texts("en");
    Properties other = texts(language);
    assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(places(other.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  /// A straight apostrophe would end a value's place.
  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es"})
  void canBeFilled(String language) {
    Properties texts = texts(language);
    Messages messages = Messages.in(language);
    for (String key : texts.stringPropertyNames()) {
      assertThat(texts.getProperty(key)).as(key).doesNotContain("'").isNotBlank();
      assertThatCode(() -> messages.text(key, 2, 3, 4, 5)).as(key).doesNotThrowAnyException();
    }
  }

  /// A text that nobody shows is left over.
  @Test
  void hasNoTextThatIsNotShown() throws IOException {
    String sources;
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      sources =
          files
              .filter(file -> file.toString().matches(".*\\.(java|mustache)"))
              .map(MessagesTest::read)
              .collect(Collectors.joining());
    }
    Set<String> others =
        Set.of(
            // Named by a value: a role, an aspect, a filter.
            "problem",
            "method",
            "result",
            "other",
            "category",
            "language",
            "from",
            "to",
            "access",
            "collection",
            "source");
    for (String key : texts("en").stringPropertyNames()) {
      Matcher shown = Pattern.compile("\"" + key + "\"|t\\." + key + "\\b").matcher(sources);
      assertThat(others.contains(key) || shown.find()).as(key).isTrue();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void countsAsPeopleDo() {
    assertThat(List.of(0, 1, 2, 54_159))
        .extracting(count -> Messages.ENGLISH.text("nPapers", count))
        .containsExactly("no papers", "1 paper", "2 papers", "54,159 papers");
    assertThat(Messages.in("de").text("nPapers", 54_159)).isEqualTo("54.159 Arbeiten");
  }

  @Test
  void speaksEnglishToPeopleWhoseLanguageItDoesNotKnow() {
    assertThat(Messages.in("fi").language()).isEqualTo("en");
    assertThat(Messages.LANGUAGES)
        .extracting(Locale::getLanguage)
        .containsExactly("en", "de", "fr", "es");
  }
}
