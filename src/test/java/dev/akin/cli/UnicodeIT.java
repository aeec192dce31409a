package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// R27: papers in every sign that Unicode has, through the job and back onto a terminal.
class UnicodeIT {
  private static final String WORDS =
      " \",\"abstract\":\"We study how small models of language learn from texts about trees.";

  /// Titles and abstracts, as JSON has them, by id.
  private static final Map<String, String> PAPERS = new TreeMap<>();

  static {
    PAPERS.put("controls", "Steering \\u001b[31m \\u0007 \\u009b a terminal" + WORDS);
    PAPERS.put("bidi", "The \\u202eesrever\\u202c of \\u2066order\\u2069 and \\u200f" + WORDS);
    PAPERS.put("zerowidth", "Ze\\u200bro \\u200dwidth\\u2060 \\ufeffmarks" + WORDS);
    PAPERS.put("marks", "Marks o" + "\\u0301".repeat(2_000) + WORDS);
    PAPERS.put("astral", "\\ud835\\udcd0 \\ud835\\udd38\\ud83d\\ude00 letters" + WORDS);
    PAPERS.put("nfc", "Schr\\u00f6dinger na\\u00efve caf\\u00e9" + WORDS);
    PAPERS.put("nfd", "Schro\\u0308dinger nai\\u0308ve cafe\\u0301" + WORDS);
    PAPERS.put("noncharacter", "\\ufffe \\uffff \\ue000 private" + WORDS);
    PAPERS.put("latex", "$\\\\alpha$\",\"abstract\":\"$\\\\sum_{i=0}^n \\\\frac{x_i}{2}$");
    PAPERS.put("chinese", "树\",\"abstract\":\"我们研究一个小模型在标注很少的情况下如何学会对论文进行排序。");
    PAPERS.put("runes", "ᚠᚢᚦᚨᚱᚲ ᚷᚹᚺᚾᛁᛃ\",\"abstract\":\"ᛇᛈᛉᛊᛏᛒ ᛖᛗᛚᛜᛞᛟ ᚠᚢᚦᚨᚱᚲ");
    PAPERS.put("marksonly", "\\u200b\\u2060\",\"abstract\":\"\\u0007 \\u200b");
  }

  @Test
  void everyPaperIsIndexedFoundAndShownSafely(@TempDir Path folder) throws IOException {
    StringBuilder lines = new StringBuilder();
    PAPERS.forEach(
        (id, texts) -> lines.append("{\"id\":\"%s\",\"title\":\"%s\"}\n".formatted(id, texts)));
    lines.append("{\"id\":\"refused\\u202e\\u001b\",\"title\":\"\"}\n");
    lines.append("{\"id\":\"nul\",\"title\":\"A \\u0000 within\"}\n");
    lines.append("{\"id\":\"a\",\"title\":\"x\",\"date\":\"\\u202e2024\\u001b[31m\"}\n");
    Path papers = Files.writeString(folder.resolve("papers.jsonl"), lines);
    String index = folder.resolve("index").toString();

    CommandRun run =
        CommandRun.of("index", papers.toString(), "--index", index, "--summary", "json");
    assertThat(run.err()).contains("\\u202E", ":13: ", ":14: ", ":15: ");
    assertSafe(run.err());
    JsonNode done = JsonMapper.shared().readTree(run.out());
    assertThat(done.path("indexed").asInt()).isEqualTo(PAPERS.size());
    assertThat(done.path("refused").asInt()).isEqualTo(3);
    assertThat(done.path("otherLanguage").asInt()).as("Chinese and runes").isEqualTo(2);
    assertThat(done.path("sharedText").asInt()).as("NFC and NFD").isEqualTo(1);

    for (String id : PAPERS.keySet()) {
      CommandRun related =
          CommandRun.of("related", id, "--index", index, "--floor", "0", "--mode", "hybrid");
      assertThat(related.code()).as(id + ": " + related.err()).isZero();
      assertSafe(related.out() + related.err());
    }
    CommandRun same =
        CommandRun.of("related", "nfd", "--index", index, "--format", "json", "--limit", "1");
    assertThat(same.out()).contains("\"versions\":[\"nfc\"]");
    System.out.printf("%d papers of odd signs, 2 flagged, 0 crashes%n", PAPERS.size());
  }

  /// Nothing that steers a terminal or turns the direction of writing.
  private static void assertSafe(String output) {
    assertThat(output.codePoints().filter(c -> c != '\n'))
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }
}
