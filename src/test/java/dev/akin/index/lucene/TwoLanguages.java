package dev.akin.index.lucene;

import dev.akin.paper.Paper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Eight German papers and eight Portuguese ones, written for these tests, and phrases that have
/// their words in other forms.
final class TwoLanguages {
  /// A phrase, and the paper that it is about.
  record Phrase(String text, String paper) {}

  private TwoLanguages() {}

  static List<Paper> papers() {
    return lines("two-languages.jsonl").stream()
        .map(line -> paper(JsonMapper.shared().readTree(line)))
        .toList();
  }

  private static Paper paper(JsonNode node) {
    return Paper.of(
            node.path("id").asString(),
            node.path("title").asString(),
            node.path("abstract").asString())
        .inLanguage(node.path("language").asString());
  }

  static List<Phrase> phrases() {
    return lines("two-languages.tsv").stream()
        .map(line -> line.split("\t"))
        .map(columns -> new Phrase(columns[0], columns[1]))
        .toList();
  }

  private static List<String> lines(String name) {
    try {
      return Files.readAllLines(resource(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path resource(String name) {
    return Path.of(Objects.requireNonNull(TwoLanguages.class.getResource(name)).getPath());
  }
}
