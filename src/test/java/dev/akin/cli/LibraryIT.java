package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.harvest.ZoteroServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A library of references against the sample papers.
class LibraryIT {
  /// Two topics; two entries that the index does not have, one broken, one that says nothing.
  private static final String LIBRARY =
      """
      @article{rsa, title = {A Method for Obtaining Digital Signatures}, doi = {10.1145/359340.359342}}
      @article{shared, title = {How to share a secret}, author = {Shamir, Adi}, year = 1979}
      @inproceedings{diffie-1976-directions, title = {New Directions in Cryptography}}
      @inproceedings{fresh, title = {Threshold signatures that survive a stolen key},
        abstract = {Signers hold shares of a private key. We refresh the shares after a theft, so that
          an attacker who learns old shares cannot forge a signature under the public key.}}
      @article{grover-1996-search, title = {A fast quantum mechanical algorithm for database search}}
      @article{q1, title = {A variational eigenvalue solver}, doi = {10.1038/NCOMMS5213}}
      @misc{q2, title = {A Quantum Approximate Optimization Algorithm}, eprint = {1411.4028}}
      @misc{q3, title = {Error mitigation for shallow quantum circuits on noisy qubits}}
      @misc{notes, title = {Notes}}
      @misc{broken, author = {Nobody}}
      """;

  @TempDir private static Path folder;
  private static String index;
  private static String library;

  @BeforeAll
  static void indexTheSamplePapers() throws IOException {
    index = folder.resolve("index").toString();
    library = Files.writeString(folder.resolve("library.bib"), LIBRARY).toString();
    assertThat(CommandRun.of("demo", "--no-serve", "--index", index).code()).isZero();
  }

  @Test
  void findsTheInterestsOfALibraryAndWhatElseTheIndexHasForEach() {
    CommandRun run =
        CommandRun.of("related", "--file", library, "--index", index, "--format", "json");
    assertThat(run.err()).contains("library.bib:", "title is missing");
    JsonNode answer = JsonMapper.shared().readTree(run.out());
    assertThat(answer.path("library").toString())
        .startsWith(
            "{\"entries\":9,\"matched\":6,\"matchedBy\":{\"id\":2,\"doi\":2,\"arxiv\":1,\"title\":1},"
                + "\"texts\":2,\"leftOut\":1,\"unread\":0,\"skipped\":1,");
    assertThat(answer.at("/library/problems/0/what").asString()).isEqualTo("title is missing");
    assertThat(answer.path("interests").valueStream().map(each -> each.path("size").asInt()))
        .containsExactly(4, 4);
    assertThat(categories(answer)).containsExactlyInAnyOrder("cryptography", "quantum computing");
    assertThat(answer.findValuesAsString("rank")).hasSize(10);
    assertThat(answer.path("interests").valueStream().map(each -> each.path("results").toString()))
        .noneMatch(results -> results.contains("\"id\":\"shamir-1979-secret\""));
    assertThat(answer.at("/model/name").asString()).isEqualTo("all-minilm-l6-v2");
  }

  /// The category of each interest's first paper.
  private static List<String> categories(JsonNode answer) {
    return answer
        .path("interests")
        .valueStream()
        .map(interest -> interest.at("/results/0/categories/0").asString())
        .toList();
  }

  @Test
  void printsATableForEachInterest() {
    CommandRun run = CommandRun.of("related", "--file", library, "--index", index);
    assertThat(run.code()).isZero();
    assertThat(run.out().replace("\n", " "))
        .contains(
            "library.bib: 9 entries, 6 in the index (2 by id, 2 by DOI, 1 by arXiv id, 1 by title),"
                + " 2 used by their text, 1 left out",
            "Interest 1 of 2 · 4 papers, such as “",
            "Interest 2 of 2 · 4 papers, such as “",
            "10 of 240 papers · hybrid");
  }

  @Test
  void writesWhatReferenceManagersAndSpreadsheetsRead() throws IOException {
    CommandRun run =
        CommandRun.of("related", "--file", library, "--index", index, "--format", "bibtex");
    assertThat(run.out().lines().filter(line -> line.startsWith("@misc{"))).hasSize(10);
    // akin itself is a program that reads it
    Path written = Files.writeString(folder.resolve("written.bib"), run.out());
    CommandRun again = CommandRun.of("related", "--file", written.toString(), "--index", index);
    assertThat(again.out()).contains("written.bib: 10 entries, 10 in the index");
    assertThat(
            CommandRun.of(
                    "search",
                    "zero knowledge",
                    "--format",
                    "csv",
                    "--fields",
                    "title",
                    "--limit",
                    "3",
                    "--index",
                    index)
                .out()
                .lines())
        .hasSize(4)
        .startsWith("rank,id,title");
  }

  @Test
  void writesTheNewestOfManyAsAFeed() {
    String[] words = {"related", "codd-1970-relational", "--floor", "0", "--limit", "5"};
    List<String> best = dates("json", "\"date\":\"(\\d{4})", words);
    List<String> newest = dates("atom", "<published>(\\d{4})", words);
    assertThat(newest).hasSize(5).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(newest.getFirst()).isGreaterThan(Collections.max(best));
  }

  private static List<String> dates(String format, String pattern, String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--format", format, "--index", index));
    String out = CommandRun.of(arguments.toArray(String[]::new)).out();
    return Pattern.compile(pattern).matcher(out).results().map(match -> match.group(1)).toList();
  }

  @Test
  void takesOtherExamplesAndAllOptions() {
    CommandRun run =
        CommandRun.of(
            "related",
            "codd-1970-relational",
            "--file",
            library,
            "--text",
            "Queries over tables in a relational database",
            "--not",
            "gentry-2009-homomorphic",
            "--from",
            "1990",
            "--limit",
            "6",
            "--explain",
            "--index",
            index,
            "--format",
            "json");
    JsonNode answer = JsonMapper.shared().readTree(run.out());
    assertThat(categories(answer)).contains("databases");
    assertThat(answer.findValuesAsString("rank")).hasSize(6);
    assertThat(answer.findValues("why")).hasSize(6);
    assertThat(answer.findValuesAsString("date")).allMatch(date -> date.compareTo("1990") >= 0);
    assertThat(answer.at("/interests/0/query/negatives/0/id").asString())
        .isEqualTo("gentry-2009-homomorphic");
  }

  @Test
  void saysThatALibraryHasNothingToGoBy() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.bib"), "@misc{n, title = {Notes}}\n");
    CommandRun run = CommandRun.of("related", "--file", notes.toString(), "--index", index);
    assertThat(run.code()).isEqualTo(66);
    assertThat(run.err()).contains("none of the library's entries (1) says what it is about");
  }

  /// The same items as Zotero tells them.
  @Test
  void readsTheLibraryOfARunningZotero() {
    String items =
        """
        [{"id": "a", "type": "article-journal", "title": "How to share a secret", "DOI": "10.1145/359168.359176"},
         {"id": "b", "type": "article", "title": "New Directions in Cryptography"},
         {"id": "c", "type": "article", "title": "A Method for Obtaining Digital Signatures",
          "DOI": "10.1145/359340.359342"}]""";
    try (ZoteroServer zotero = new ZoteroServer().with("/items/top", items)) {
      CommandRun run =
          CommandRun.of("related", "--zotero", "--zotero-url", zotero.url(), "--index", index);
      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isZero();
      assertThat(run.out())
          .startsWith("Zotero: 3 entries, 3 in the index")
          .contains("Interest 1 of 1");
      CommandRun unknown =
          CommandRun.of(
              "related",
              "--zotero-collection",
              "Thesis",
              "--zotero-url",
              zotero.with("/collections", "[]").url(),
              "--index",
              index);
      assertThat(unknown.code()).isEqualTo(66);
      assertThat(unknown.err()).contains("no collection is called \"Thesis\"; there are none");
    }
  }

  @Test
  void saysWhatToDoIfZoteroDoesNotAnswer() {
    ZoteroServer gone = new ZoteroServer();
    gone.close();
    CommandRun run =
        CommandRun.of("related", "--zotero", "--zotero-url", gone.url(), "--index", index);
    assertThat(run.code()).isEqualTo(69);
    assertThat(run.err()).contains("Start Zotero 7 or newer");
    assertThat(
            CommandRun.of(
                    "related", "--zotero", "--zotero-url", "http://example.org", "--index", index)
                .code())
        .isEqualTo(64);
  }
}
