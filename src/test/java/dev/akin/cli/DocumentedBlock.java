package dev.akin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A fenced block of a page, with the block of `text` right after it, which says what it prints.
///
/// @param page its file
/// @param line of its fence
/// @param language of its fence
/// @param code without the fences
/// @param printed pieces of its output in their order; empty if the page does not say
record DocumentedBlock(Path page, int line, String language, String code, List<String> printed) {
  /// The blocks of README and of the pages beside it.
  static List<DocumentedBlock> all() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("src/docs"))) {
      return Stream.concat(
              Stream.of(Path.of("README.md")),
              pages.filter(page -> page.toString().endsWith(".md")).sorted())
          .flatMap(page -> of(page).stream())
          .toList();
    }
  }

  /// The blocks of a page, in their order.
  static List<DocumentedBlock> of(Path page) {
    List<DocumentedBlock> blocks = new ArrayList<>();
    List<String> lines = lines(page);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("```")) {
        int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
        String language = lines.get(i).substring(3).strip();
        String code = String.join("\n", lines.subList(i + 1, end)) + "\n";
        if (language.equals("text") && isBehind(lines, i)) {
          blocks.add(blocks.removeLast().printing(code));
        } else {
          blocks.add(new DocumentedBlock(page, i + 1, language, code, List.of()));
        }
        i = end;
      }
    }
    return blocks;
  }

  private static boolean isBehind(List<String> lines, int start) {
    return start >= 2 && lines.get(start - 1).isBlank() && lines.get(start - 2).equals("```");
  }

  /// What is left out of the output is `…`, or the end of a line.
  private DocumentedBlock printing(String text) {
    List<String> pieces =
        text.lines()
            .flatMap(line -> Stream.of(line.split("…", -1)))
            .map(String::strip)
            .filter(piece -> !piece.isEmpty())
            .toList();
    return new DocumentedBlock(page, line, language, code, pieces);
  }

  private static List<String> lines(Path page) {
    try {
      return Files.readAllLines(page);
    } catch (IOException e) {
      throw new AssertionError(page.toString(), e);
    }
  }

  @Override
  public String toString() {
    return page + ":" + line + " " + language;
  }
}
