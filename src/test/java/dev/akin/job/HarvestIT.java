package dev.akin.job;

import static dev.akin.harvest.OaiServer.dc;
import static dev.akin.harvest.OaiServer.deleted;
import static dev.akin.harvest.OaiServer.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.base.AkinException;
import dev.akin.embed.Embedders;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Models;
import dev.akin.harvest.HarvestRequest;
import dev.akin.harvest.OaiServer;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.paper.PaperId;
import dev.akin.read.Problem;
import dev.akin.read.record.ReadException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Harvests into an index, with the real model and a server of the test's own.
class HarvestIT {
  private static final Models MODELS =
      Models.of(ModelFolder.open(Path.of("models/all-minilm-l6-v2")));
  private static final String A = dc("oai:x:a", "<dc:creator>Byte, Ada</dc:creator>");
  private static final String B = dc("oai:x:b", "");
  private static final String C = dc("oai:x:c", "");

  private static Embedders embedder;

  private final List<Problem> problems = new ArrayList<>();
  private final List<ReadException> failures = new ArrayList<>();

  @TempDir Path folder;

  @BeforeAll
  static void load() {
    embedder = Embedders.open(MODELS, EmbedOptions.onAllCores());
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  private Path index() {
    return folder.resolve("index");
  }

  private JobSummary harvest(OaiServer server) {
    HarvestRequest request = new HarvestRequest(server.url(), null, "oai_dc", null, null);
    JobSummary done =
        new IndexJob(JobTarget.at(index()), MODELS, () -> embedder, JobOptions.DEFAULT, new Heard())
            .harvest(request);
    assertThat(
            done.indexed() + done.updated() + done.unchanged() + done.duplicates() + done.refused())
        .isEqualTo(done.read());
    return done;
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    try (PaperIndex opened = PaperIndex.open(index(), PaperIndex.Check.FILES);
        IndexSnapshot snapshot = opened.snapshot()) {
      snapshot.scan(paper -> ids.add(snapshot.id(paper).value()));
    }
    return ids;
  }

  @Test
  void takesAllPagesAndThenOnlyWhatHasChanged() {
    try (OaiServer server =
        new OaiServer(
            page("2", A, B),
            page("", C, deleted("oai:x:a")),
            page("", C),
            page("", deleted("oai:x:b"), dc("oai:x:c", "<dc:creator>King, Otis</dc:creator>")))) {
      JobSummary first = harvest(server);
      assertThat(first.indexed()).isEqualTo(3);
      assertThat(first.removed()).isEqualTo(1);
      assertThat(ids()).containsExactlyInAnyOrder("oai:x:b", "oai:x:c");
      JobSummary nothingNew = harvest(server);
      assertThat(nothingNew.unchanged()).isEqualTo(1);
      assertThat(nothingNew.commit()).isEqualTo(first.commit());
      JobSummary changed = harvest(server);
      assertThat(changed.updated()).isEqualTo(1);
      assertThat(changed.removed()).isEqualTo(1);
      assertThat(ids()).containsExactly("oai:x:c");
      assertThat(server.queries)
          .containsExactly(
              "verb=ListRecords&metadataPrefix=oai_dc",
              "verb=ListRecords&resumptionToken=2",
              "verb=ListRecords&metadataPrefix=oai_dc&from=2031-05-15",
              "verb=ListRecords&metadataPrefix=oai_dc&from=2031-05-15");
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void goesOnBehindTheLastPageThatIsInTheIndex() {
    try (OaiServer server =
        new OaiServer(page("2", A), OaiServer.status(404), page("3", B), page("", C))) {
      JobSummary broken = harvest(server);
      assertThat(broken.indexed()).isEqualTo(1);
      assertThat(failures)
          .extracting(ReadException::kind)
          .containsExactly(AkinException.Kind.UNAVAILABLE);
      JobSummary rest = harvest(server);
      assertThat(rest.indexed()).isEqualTo(2);
      assertThat(rest.unchanged()).isZero();
      assertThat(server.queries.get(2)).isEqualTo("verb=ListRecords&resumptionToken=2");
    }
    assertThat(ids()).containsExactlyInAnyOrder("oai:x:a", "oai:x:b", "oai:x:c");
  }

  @Test
  void beginsAnewWhereTheServerHasForgottenTheToken() {
    try (OaiServer server =
        new OaiServer(
            page("2", A),
            OaiServer.status(404),
            OaiServer.error("badResumptionToken"),
            page("2", A),
            page("", B))) {
      harvest(server);
      JobSummary anew = harvest(server);
      assertThat(anew.unchanged()).isEqualTo(1);
      assertThat(anew.indexed()).isEqualTo(1);
      assertThat(failures).hasSize(1);
      assertThat(server.queries.get(3)).isEqualTo("verb=ListRecords&metadataPrefix=oai_dc");
    }
    assertThat(ids()).containsExactlyInAnyOrder("oai:x:a", "oai:x:b");
  }

  @Test
  void makesNoIndexWhereTheServerCannotBeReached() {
    try (OaiServer server = new OaiServer(OaiServer.status(404))) {
      JobSummary nothing = harvest(server);
      assertThat(nothing.commit()).isZero();
    }
    assertThat(failures)
        .extracting(ReadException::kind)
        .containsExactly(AkinException.Kind.UNAVAILABLE);
    assertThat(index()).doesNotExist();
  }

  @Test
  void keepsDeletedPapersOutAndNamesBadRecords() {
    try (OaiServer server =
        new OaiServer(
            page("", A, B),
            page("", A, B, "<record><header><identifier/></header><metadata/></record>"))) {
      harvest(server);
      new Deletion(index()).delete(List.of(new PaperId("oai:x:a")));
      JobSummary next = harvest(server);
      assertThat(next.keptOut()).isEqualTo(1);
      assertThat(next.refused()).isEqualTo(1);
      assertThat(problems).hasSize(1);
      assertThat(problems.getFirst().file()).startsWith(server.url() + "?verb=ListRecords");
    }
    assertThat(ids()).containsExactly("oai:x:b");
  }

  private final class Heard implements JobListener {
    @Override
    public void refused(Problem problem) {
      problems.add(problem);
    }

    @Override
    public void replaced(Problem problem) {
      problems.add(problem);
    }

    @Override
    public void failed(ReadException failure) {
      failures.add(failure);
    }

    @Override
    public void notPruned(String why) {
      throw new AssertionError(why);
    }

    @Override
    public void rebuilding(int papers) {
      throw new AssertionError("nothing is to be built anew");
    }

    @Override
    public void progress(JobProgress progress) {}

    @Override
    public void committed(JobSummary done) {}
  }
}
