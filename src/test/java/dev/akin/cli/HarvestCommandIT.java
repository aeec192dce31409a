package dev.akin.cli;

import static dev.akin.harvest.OaiServer.dc;
import static dev.akin.harvest.OaiServer.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.harvest.OaiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `akin index --oai` as people type it, against servers of the test's own.
class HarvestCommandIT {
  private static final int PAPERS = 40;
  private static final String OPEN = "<dc:rights>info:eu-repo/semantics/openAccess</dc:rights>";

  @TempDir Path folder;

  private String index() {
    return folder.resolve("index").toString();
  }

  private CommandRun harvest(OaiServer server, String... more) {
    List<String> arguments = new ArrayList<>(List.of("index", "--oai", server.url().toString()));
    arguments.addAll(List.of("--index", index(), "--format", "json", "--quiet"));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static JsonNode summary(CommandRun run) {
    return JsonMapper.shared().readTree(run.out());
  }

  private int papers() {
    CommandRun info = CommandRun.of("info", "--index", index(), "--format", "json");
    assertThat(info.code()).as(info.err()).isZero();
    return summary(info).path("index").path("papers").asInt();
  }

  /// The server's ids from 0 on.
  private static String[] ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "oai:x:" + i).toArray(String[]::new);
  }

  private static OaiServer serverOfManyPapers() {
    String[] records =
        IntStream.range(0, PAPERS).mapToObj(i -> dc("oai:x:" + i, "")).toArray(String[]::new);
    return new OaiServer(page("", records), OaiServer.error("noRecordsMatch"));
  }

  @Test
  void reconcilesUnderTheGuardOfPrune() {
    try (OaiServer server = serverOfManyPapers()) {
      assertThat(harvest(server).code()).isZero();
      server.identifiers = OaiServer.headers(ids(PAPERS - 1));
      CommandRun one = harvest(server, "--reconcile");
      assertThat(one.code()).as(one.err()).isZero();
      assertThat(summary(one).path("removed").asInt()).isEqualTo(1);
      assertThat(summary(one).path("sources").path(0).path("reconciled").asBoolean()).isTrue();

      server.identifiers = OaiServer.headers(ids(30));
      CommandRun many = harvest(server, "--reconcile");
      assertThat(many.code()).isEqualTo(65);
      assertThat(many.err()).contains("9 of 39 papers of 127.0.0.1", "use --force");
      assertThat(papers()).isEqualTo(PAPERS - 1);

      CommandRun forced = harvest(server, "--reconcile", "--force");
      assertThat(forced.code()).as(forced.err()).isZero();
      assertThat(papers()).isEqualTo(30);
    }
  }

  @Test
  void removesNothingIfTheListOfIdsBreaksHalfWay() {
    try (OaiServer server = serverOfManyPapers()) {
      assertThat(harvest(server).code()).isZero();
      OaiServer.Answer half =
          OaiServer.xml(
              "<ListIdentifiers><header><identifier>oai:x:0</identifier></header>"
                  + "<resumptionToken>2</resumptionToken></ListIdentifiers>");
      server.identifiers =
          exchange -> {
            boolean first = !exchange.getRequestURI().getQuery().contains("resumptionToken");
            (first ? half : OaiServer.error("badResumptionToken")).to(exchange);
          };
      CommandRun run = harvest(server, "--reconcile", "--force");
      assertThat(run.code()).isEqualTo(69);
      assertThat(run.err()).contains("badResumptionToken");
      assertThat(summary(run).path("sources").path(0).path("reconciled").asBoolean()).isFalse();
      assertThat(papers()).isEqualTo(PAPERS);
    }
  }

  @Test
  void harvestsTheOthersOfAListAndSaysWithItsExitCodeThatOneFailed() throws IOException {
    try (OaiServer wool = new OaiServer(page("", dc("oai:wool:1", "")));
        OaiServer broken = new OaiServer(OaiServer.status(404));
        OaiServer felt = new OaiServer(page("", dc("oai:felt:1", "")))) {
      broken.identify = OaiServer.status(404);
      Path list =
          Files.writeString(
              folder.resolve("servers.txt"),
              "# ours\n%s name=Wool\n%s name=Broken\n%s name=\"Felt and Loden\"\n"
                  .formatted(wool.url(), broken.url(), felt.url()));
      String[] command = {"index", "--oai-list", list.toString(), "--index", index(), "--quiet"};
      CommandRun run = CommandRun.of(command);
      assertThat(run.code()).isEqualTo(69);
      assertThat(run.out())
          .contains("Wool (Wool & Knots): 1 read, 1 indexed")
          .contains("Broken: 0 read", "failed: " + broken.url())
          .contains("Felt and Loden (Wool & Knots): 1 read, 1 indexed");
      assertThat(papers()).isEqualTo(2);

      broken.identify = OaiServer.identify("YYYY-MM-DD", "persistent");
      CommandRun again = CommandRun.of(command);
      assertThat(again.code()).isEqualTo(69); // its records cannot be had
      assertThat(wool.queries.getLast()).as("each has its own state").contains("from=");
      assertThat(felt.queries.getLast()).contains("from=");
      assertThat(broken.queries.getLast()).doesNotContain("from=");
    }
  }

  @Test
  void leavesOutWhatIsNotOpenAndNamesTheSource() {
    try (OaiServer server =
        new OaiServer(
            page(
                "",
                dc("oai:x:open", OPEN),
                dc("oai:x:licensed", "<dc:rights>CC BY 4.0</dc:rights>"),
                dc("oai:x:unknown", "")))) {
      CommandRun run = harvest(server, "--only-open", "--name", "Wool");
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(summary(run).path("leftOut").asInt()).isEqualTo(1);
      assertThat(summary(run).path("sources").path(0).path("source").asString()).isEqualTo("Wool");
      CommandRun search =
          CommandRun.of(
              "search",
              "T",
              "--mode",
              "lexical",
              "--index",
              index(),
              "--source",
              "Wool",
              "--access",
              "open",
              "--format",
              "json");
      assertThat(search.code()).as(search.err()).isZero();
      JsonNode results = summary(search).path("results");
      assertThat(results.size()).isEqualTo(2);
      assertThat(results.path(0).path("access").asString()).isEqualTo("open");
      assertThat(results.path(0).path("source").asString()).isEqualTo("Wool");
    }
  }

  @Test
  void saysWhatDoesNotFitTogether() {
    assertThat(CommandRun.of("index", "--reconcile", "--index", index()).err())
        .contains("--reconcile and --only-open need --oai or --oai-list");
    assertThat(CommandRun.of("index", "--oai", "http://x.example/oai", "--prune").err())
        .contains("use --reconcile");
    assertThat(CommandRun.of("index", "--oai", "x.example/oai", "--index", index()).err())
        .contains("write http://… or https://…");
  }
}
