package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.Folders;
import dev.akin.embed.TinyModel;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// R25: ids that are met again, look alike, or look like something else.
class HostileIdsTest {
  /// Each is a paper of its own: ids are compared character by character.
  private static final List<String> IDS =
      List.of(
          "Case",
          "case",
          "CASE",
          "cs/0112017",
          "..",
          ".",
          "../../etc/passwd",
          "/etc/passwd",
          "%2e%2e",
          "..\\\\",
          "2401.00001",
          "2401.00001v1",
          "2401.00001v2",
          "arxiv:2401.00001",
          "e\\u0301",
          "\\u00e9",
          "\\ud835\\udc9c",
          "a b",
          "*",
          "a OR b",
          "<script>",
          "\\u202egnp",
          "x".repeat(512));

  private static final List<String> REFUSED =
      List.of(
          "x".repeat(513),
          "x".repeat(40_000),
          "é".repeat(257),
          "\\ud800",
          "\\udc00a",
          "a\\u0000b",
          "a\\nb",
          "\\u009b",
          " a");

  private final Path folder;
  private final List<String> lines = new ArrayList<>();

  HostileIdsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void write() {
    Folders.tiny(
        folder.resolve("models/tiny"),
        TinyModel.giving(TinyModel.Output.STATES),
        card -> card.put("name", "tiny"));
    IDS.forEach(id -> lines.add(line(id, "a b c")));
    lines.add(line("twice", "a a"));
    lines.add(line("twice", "a a"));
    lines.add(line("other", "b b"));
    lines.add(line("other", "b c c"));
    REFUSED.forEach(id -> lines.add(line(id, "a")));
  }

  private static String line(String id, String title) {
    return "{\"id\":\"%s\",\"title\":\"%s\"}".formatted(id, title);
  }

  private CommandRun index(Path... files) {
    List<String> all = new ArrayList<>(List.of("index", "--max-errors", "1000"));
    for (Path file : files) {
      all.add(file.toString());
    }
    all.addAll(List.of("--refused", folder + "/refused.jsonl", "--index", folder + "/index"));
    all.addAll(List.of("--models", folder + "/models", "--model", "tiny"));
    CommandRun run = CommandRun.of(all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private Path file(String name, List<String> content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  @Test
  void aSecondFeedChangesNothing() throws IOException {
    Path papers = file("papers.jsonl", lines);
    int documents = IDS.size() + 2;
    CommandRun first = index(papers);
    assertThat(first.out())
        .startsWith(
            "%d read = %d indexed + 0 updated + 0 unchanged + 2 duplicates + %d skipped"
                .formatted(lines.size(), documents, REFUSED.size()));
    long commit = commit(documents);
    assertThat(title("twice")).isEqualTo("a a");
    assertThat(title("other")).as("the last record wins").isEqualTo("b c c");
    assertThat(title("../../etc/passwd")).isEqualTo("a b c");

    CommandRun second = index(papers);
    assertThat(second.out()).contains(" = 0 indexed + 0 updated + " + documents + " unchanged");
    CommandRun twice = index(papers, papers);
    assertThat(twice.out())
        .contains("0 indexed + 0 updated")
        .contains((documents + 4) + " duplicates + " + 2 * REFUSED.size() + " skipped");
    assertThat(commit(documents)).isEqualTo(commit);
    System.out.printf(
        "documents after 1st, 2nd and 3rd feed: %d, conflicts 1, refused %d%n",
        documents, REFUSED.size());
  }

  @Test
  void whatIsRefusedIsNamed() throws IOException {
    index(file("papers.jsonl", lines));
    List<String> refused = Files.readAllLines(folder.resolve("refused.jsonl"));
    assertThat(refused).hasSize(REFUSED.size() + 1);
    assertThat(refused.getFirst())
        .contains("has the id \\\"other\\\" of another paper, ", ", and replaces it");
    for (int i = 0; i < REFUSED.size(); i++) {
      assertThat(refused.get(i + 1))
          .contains("\"line\":" + (lines.size() - REFUSED.size() + i + 1) + ",", "\"reason\":\"")
          .hasSizeLessThan(1_000);
    }
  }

  @Test
  void overlappingFilesAreOneCorpus() throws IOException {
    Path first = file("first.jsonl", lines.subList(0, 20));
    Path second = file("second.jsonl", lines.subList(10, lines.size()));
    assertThat(index(first, second).out()).contains("12 duplicates");
    long commit = commit(IDS.size() + 2);
    // The other way round, each record is as the index has it.
    assertThat(index(second, first).out()).contains("0 indexed + 0 updated");
    assertThat(commit(IDS.size() + 2)).isEqualTo(commit);
  }

  private long commit(int documents) {
    try (PaperIndex index = new LuceneStore(folder.resolve("index")).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = index.snapshot()) {
      assertThat(snapshot.info().papers()).isEqualTo(documents);
      return snapshot.info().commit();
    }
  }

  private String title(String id) {
    try (PaperIndex index = new LuceneStore(folder.resolve("index")).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = index.snapshot()) {
      return snapshot.paper(snapshot.find(id).orElseThrow()).title();
    }
  }
}
