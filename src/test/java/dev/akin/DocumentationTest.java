package dev.akin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.read.PaperFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// README and its pages: their links lead somewhere, their tables name what the code has.
/// [dev.akin.cli.ExamplesIT] runs their examples.
class DocumentationTest {
  private static final int MAX_README_LINES = 220;
  private static final int MAX_README_COLUMNS = 120;

  /// Commands that a test cannot run: they do not end, or need root, a network or a device. Only
  /// these stand in blocks of `console`; all others stand in blocks of `sh` and are run.
  private static final Pattern CANNOT_RUN =
      Pattern.compile(
          String.join(
              "|",
              "\\./akin (demo|serve)\\b.*",
              ".* --oai .*",
              ".* --zotero.*",
              "(export AKIN_STORE|.*\\$AKIN_STORE).*",
              "\\./akin models (add|fetch|rewrite) .*",
              "\\./akin index --model .*",
              ".* --device gpu",
              "scripts/test.*|mvn .*"
                  + "|scripts/(bench|check-packages|cluster|faults|load|package|spark).*",
              "akin-0.1.0/bin/akin demo|akin-0.1.0/bin/akin serve",
              "(apt|cp|docker|git|install|sudo|systemctl|tar|useradd) .*"));

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("src/docs"))) {
      return Stream.concat(
              Stream.of(Path.of("README.md")),
              docs.filter(path -> path.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksToFilesAndHeadingsThatAreThere(Path page) throws IOException {
    for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
      if (!link.group(1).contains("://")) {
        String[] parts = link.group(1).split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        assertThat(target).as("%s: %s", page, link.group(1)).exists();
        if (parts.length > 1) {
          assertThat(anchors(target)).as("%s: %s", page, link.group(1)).contains(parts[1]);
        }
      }
    }
  }

  private static List<String> anchors(Path page) throws IOException {
    String text = Files.readString(page);
    Stream<String> headings =
        Pattern.compile("(?m)^#+ (.*)$")
            .matcher(text)
            .results()
            .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
            .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
    Stream<String> named =
        Pattern.compile("<a name=\"([^\"]+)\"").matcher(text).results().map(name -> name.group(1));
    return Stream.concat(headings, named).collect(Collectors.toList());
  }

  @Test
  void readmeIsShort() throws IOException {
    assertThat(Files.readAllLines(Path.of("README.md")))
        .hasSizeLessThanOrEqualTo(MAX_README_LINES)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(MAX_README_COLUMNS));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void leavesOnlyThoseCommandsUntestedThatATestCannotRun(Path page) throws IOException {
    Pattern.compile("(?ms)^```console\\n(.*?)^```")
        .matcher(Files.readString(page))
        .results()
        .flatMap(block -> block.group(1).lines())
        .forEach(line -> assertThat(line.replaceAll(" +#.*", "")).matches(CANNOT_RUN));
  }

  @Test
  void namesEveryFormat() throws IOException {
    assertThat(cells(Path.of("src/docs/formats.md"), 1))
        .containsExactlyElementsOf(Stream.of(PaperFormat.values()).map(Enum::toString).toList());
  }

  @Test
  void namesEveryParameterOfAQuery() throws IOException {
    String page = Files.readString(Path.of("src/docs/http.md"));
    JsonNode api =
        JsonMapper.shared()
            .readTree(Path.of("src/main/resources/dev/akin/serve/openapi.json").toFile());
    List<String> names =
        api.at("/paths/~1v1~1related/get/parameters").findValuesAsString("$ref").stream()
            .map(ref -> api.at(ref.substring(1)).path("name").asString())
            .toList();
    assertThat(names).hasSizeGreaterThan(10);
    assertThat(names).allSatisfy(name -> assertThat(page).containsPattern("\\b" + name + "\\b"));
  }

  /// What stands in backquotes in a column of the page's first table.
  private static List<String> cells(Path page, int column) throws IOException {
    return Files.readAllLines(page).stream()
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split("\\|", -1)[column].strip())
        .filter(cell -> cell.startsWith("`"))
        .map(cell -> cell.replace("`", ""))
        .toList();
  }

  @Test
  void hasEveryFileForOperatorsOnTheirPage() throws IOException {
    String page = Files.readString(Path.of("src/docs/deploy.md"));
    try (Stream<Path> files = Files.list(Path.of("src/deploy"))) {
      files.forEach(file -> assertThat(page).contains("(../deploy/" + file.getFileName() + ")"));
    }
  }
}
