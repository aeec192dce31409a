package dev.akin.read;

import dev.akin.harvest.HarvestedXml;
import dev.akin.paper.Identifiers;
import dev.akin.paper.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files as people's programs write them, and what is right for each.
///
/// A case is two files in `inputs`: one to read, and beside it `NAME.expected.json`. It has
/// `papers` in the order of the file, each with the values that are to be compared (`null`:
/// absent), and `problems`, a piece of each message; without it there must be none. The page of a
/// harvest is called `oai-….xml`.
class InputFilesTest {
  private static final String EXPECTED = ".expected.json";

  static Stream<Path> inputs() throws IOException {
    Path folder =
        Path.of(Objects.requireNonNull(InputFilesTest.class.getResource("inputs")).getPath());
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.toString().endsWith(EXPECTED)).sorted().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void isReadAsItWasMeant(Path input) throws IOException {
    JsonNode expected =
        JsonMapper.shared()
            .readTree(Files.readString(input.resolveSibling(input.getFileName() + EXPECTED)));
    List<Problem> problems = new ArrayList<>();
    List<Paper> papers = read(input, problems);
    SoftAssertions all = new SoftAssertions();
    all.assertThat(papers).as("papers").hasSize(expected.path("papers").size());
    for (int i = 0; i < Math.min(papers.size(), expected.path("papers").size()); i++) {
      Paper paper = papers.get(i);
      for (var value : expected.path("papers").path(i).properties()) {
        all.assertThat(text(paper, value.getKey()))
            .as("%s of paper %s (%s)", value.getKey(), i + 1, paper.title())
            .isEqualTo(text(value.getValue()));
      }
    }
    List<String> wanted = expected.path("problems").valueStream().map(JsonNode::asString).toList();
    all.assertThat(problems).as("problems").hasSize(wanted.size());
    for (int i = 0; i < Math.min(problems.size(), wanted.size()); i++) {
      all.assertThat(problems.get(i).what()).contains(wanted.get(i));
    }
    all.assertAll();
  }

  private static List<Paper> read(Path input, List<Problem> problems) throws IOException {
    if (input.getFileName().toString().startsWith("oai-")) {
      return HarvestedXml.papers(Files.readAllBytes(input));
    }
    Reading reading = Reading.of(PaperSource.of(input), ReadOptions.DEFAULT);
    problems.addAll(reading.problems());
    return reading.papers();
  }

  private static @Nullable Object text(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(JsonNode::asString).toList()
        : value.isNull() ? null : value.asString();
  }

  private static @Nullable Object text(Paper paper, String key) {
    return switch (key) {
      case "id" -> paper.id().value();
      case "title" -> paper.title();
      case "abstract" -> paper.abstractText();
      case "authors" -> paper.authors();
      case "date" -> paper.date() == null ? null : paper.date().toString();
      case "categories" -> paper.categories();
      case "url" -> paper.url();
      case "doi" -> paper.doi();
      case "names" -> paper.names();
      case "publication" -> paper.publication().values();
      case "identifiers" -> List.copyOf(Identifiers.of(paper));
      case "access" -> paper.holding().access().name();
      case "embargoEnd" -> {
        var end = paper.holding().embargoEnd();
        yield end == null ? null : end.toString();
      }
      default -> throw new AssertionError("no such value of a paper: " + key);
    };
  }
}
