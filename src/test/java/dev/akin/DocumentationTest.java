package dev.akin;

import static org.assertj.core.api.Assertions.assertThat;

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

/// The pages' links lead somewhere.
class DocumentationTest {
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
  void hasEveryFileForOperatorsOnTheirPage() throws IOException {
    String page = Files.readString(Path.of("src/docs/deploy.md"));
    try (Stream<Path> files = Files.list(Path.of("src/deploy"))) {
      files.forEach(file -> assertThat(page).contains("(../deploy/" + file.getFileName() + ")"));
    }
  }
}
