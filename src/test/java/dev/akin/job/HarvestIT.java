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
import dev.akin.harvest.Repository;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.job.progress.JobListener;
import dev.akin.job.progress.JobProgress;
import dev.akin.job.progress.JobSummary;
import dev.akin.job.progress.SourceSummary;
import dev.akin.paper.Holding;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
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

  private static final String SETS =
      "<setSpec>com_1</setSpec><setSpec>col_2</setSpec><setSpec>com_1</setSpec>";

  private static Embedders embedder;

  private final List<Problem> problems = new ArrayList<>();
  private final List<ReadException> failures = new ArrayList<>();
  private final List<SourceSummary> sources = new ArrayList<>();
  private final List<String> notPruned = new ArrayList<>();

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
    return harvest(order(server, JobOptions.Prune.NEVER));
  }

  private static HarvestOrder order(OaiServer server, JobOptions.Prune reconcile) {
    return new HarvestOrder(
        new HarvestRequest(server.url(), null, "oai_dc", null, null),
        "",
        HarvestOrder.AccessWanted.ANY,
        reconcile);
  }

  private JobSummary harvest(HarvestOrder... orders) {
    JobSummary done =
        new IndexJob(
                JobTarget.at(new LuceneStore(index())),
                MODELS,
                () -> embedder,
                JobOptions.DEFAULT,
                new Heard())
            .harvest(List.of(orders));
    assertThat(
            done.indexed() + done.updated() + done.unchanged() + done.duplicates() + done.refused())
        .isEqualTo(done.read());
    return done;
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    try (PaperIndex opened = new LuceneStore(index()).open(PaperIndex.Check.FILES);
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
      new Deletion(new LuceneStore(index())).delete(List.of(new PaperId("oai:x:a")));
      JobSummary next = harvest(server);
      assertThat(next.keptOut()).isEqualTo(1);
      assertThat(next.refused()).isEqualTo(1);
      assertThat(problems).hasSize(1);
      assertThat(problems.getFirst().file()).startsWith(server.url() + "?verb=ListRecords");
    }
    assertThat(ids()).containsExactly("oai:x:b");
  }

  @Test
  void asksForDatesAsExactAsTheServerHasThem() {
    try (OaiServer server = new OaiServer(page("", A), page("", B))) {
      server.identify = OaiServer.identify("YYYY-MM-DDThh:mm:ssZ", "transient");
      harvest(server);
      harvest(server);
      assertThat(server.queries)
          .containsExactly(
              "verb=ListRecords&metadataPrefix=oai_dc",
              "verb=ListRecords&metadataPrefix=oai_dc&from=2031-05-15T00%3A00%3A00Z");
      SourceSummary first = sources.getFirst();
      assertThat(first.source()).isEqualTo("127.0.0.1");
      assertThat(first.repository())
          .isEqualTo(
              new Repository(
                  "Wool & Knots",
                  "2030-01-01",
                  Repository.Granularity.SECOND,
                  Repository.Deletions.TRANSIENT));
      assertThat(first.keepsWithdrawn()).isTrue();
      assertThat(first.done().indexed()).isEqualTo(1);
    }
  }

  @Test
  void removesWhatTheServerNoLongerHasWhenAsked() {
    try (OaiServer server = new OaiServer(page("", A, B, C), OaiServer.error("noRecordsMatch"))) {
      server.identify = OaiServer.identify("YYYY-MM-DD", "no");
      server.identifiers = OaiServer.headers("oai:x:a", "oai:x:c");
      harvest(server);
      assertThat(harvest(order(server, JobOptions.Prune.CAREFULLY)).removed()).isZero();
      assertThat(notPruned)
          .containsExactly(
              "1 of 3 papers of 127.0.0.1 are not on the server, and none was removed, because that"
                  + " is more than 5 %");
      assertThat(harvest(order(server, JobOptions.Prune.FORCED)).removed()).isEqualTo(1);
      assertThat(sources.getLast().keepsWithdrawn()).isFalse();
      assertThat(ids()).containsExactlyInAnyOrder("oai:x:a", "oai:x:c");
      server.identifiers = OaiServer.status(404);
      harvest(order(server, JobOptions.Prune.FORCED));
      assertThat(failures).hasSize(1);
      assertThat(ids()).hasSize(2);
    }
  }

  @Test
  void reconcilesOnlyPapersOfTheSameSource() {
    try (OaiServer one = new OaiServer(page("", A, B), OaiServer.error("noRecordsMatch"));
        OaiServer other = new OaiServer(page("", C))) {
      harvest(one);
      harvest(other);
      one.identifiers = OaiServer.headers("oai:x:a");
      harvest(order(one, JobOptions.Prune.FORCED));
      assertThat(sources)
          .extracting(SourceSummary::source)
          .containsExactly("127.0.0.1", "127.0.0.1:" + other.url().getPort() + "/oai", "127.0.0.1");
    }
    assertThat(ids()).containsExactlyInAnyOrder("oai:x:a", "oai:x:c");
  }

  @Test
  void reconcilesPapersOfAServerThatHadAnotherName() {
    try (OaiServer server = new OaiServer(page("", A, B), OaiServer.error("noRecordsMatch"))) {
      harvest(server);
      server.identifiers = OaiServer.headers("oai:x:a");
      HarvestRequest request = new HarvestRequest(server.url(), null, "oai_dc", null, null);
      HarvestOrder renamed =
          new HarvestOrder(request, "Wool", HarvestOrder.AccessWanted.ANY, JobOptions.Prune.FORCED);
      assertThat(harvest(renamed).removed()).isEqualTo(1);
      assertThat(sources.getLast().source()).isEqualTo("Wool");
    }
    try (OaiServer other = new OaiServer(page("", C))) {
      HarvestRequest request = new HarvestRequest(other.url(), null, "oai_dc", null, null);
      harvest(
          new HarvestOrder(request, "Wool", HarvestOrder.AccessWanted.ANY, JobOptions.Prune.NEVER));
      assertThat(failures.getFirst()).hasMessageContaining("choose another name");
    }
    assertThat(ids()).containsExactly("oai:x:a");
  }

  @Test
  void continuesAHarvestOfAnEarlierVersion() {
    try (OaiServer server = new OaiServer(page("", A), page("", B), page("", C))) {
      harvest(server);
      try (PaperIndexWriter writer = new LuceneStore(index()).writer()) {
        String of = "of " + server.url() + " oai_dc set=null from=null until=null";
        writer.noteNames().toList().forEach(name -> writer.note(name, null));
        writer.note("harvest since " + of, "2030-01-01");
        writer.note("harvest token " + of, "t");
        writer.commit();
      }
      harvest(server);
      harvest(server);
      assertThat(server.queries)
          .containsExactly(
              "verb=ListRecords&metadataPrefix=oai_dc",
              "verb=ListRecords&resumptionToken=t",
              "verb=ListRecords&metadataPrefix=oai_dc&from=2031-05-15");
    }
    assertThat(ids()).hasSize(3);
  }

  @Test
  void givesNoNameToAServerThatWasNeverRead() {
    try (OaiServer server = new OaiServer(page("", A));
        OaiServer wrong = new OaiServer(page("", B))) {
      wrong.identify = OaiServer.status(404);
      harvest(server);
      HarvestRequest request = new HarvestRequest(wrong.url(), null, "oai_dc", null, null);
      for (int i = 0; i < 2; i++) {
        harvest(
            new HarvestOrder(
                request, "Wool", HarvestOrder.AccessWanted.ANY, JobOptions.Prune.NEVER));
      }
      HarvestRequest right = new HarvestRequest(server.url(), null, "oai_dc", null, null);
      harvest(
          new HarvestOrder(right, "Wool", HarvestOrder.AccessWanted.ANY, JobOptions.Prune.NEVER));
      assertThat(failures).hasSize(2);
      assertThat(sources.getLast().failure()).isNull();
    }
  }

  @Test
  void removesNothingAfterAProblem() {
    try (OaiServer server =
        new OaiServer(
            page("", A, B, "<record><header><identifier/></header><metadata/></record>"))) {
      server.identifiers = OaiServer.headers("oai:x:a");
      assertThat(harvest(order(server, JobOptions.Prune.CAREFULLY)).removed()).isZero();
      assertThat(notPruned).hasSize(1).first().asString().endsWith("the input had problems");
      server.identifiers =
          OaiServer.xml("<ListIdentifiers><header><identifier/></header></ListIdentifiers>");
      harvest(order(server, JobOptions.Prune.FORCED));
      assertThat(failures).hasSize(1);
    }
    assertThat(ids()).hasSize(2);
  }

  @Test
  void reconcilesPapersFromBeforeSourcesWereKept() {
    Paper old = Paper.of("oai:x:old", "An old paper", "");
    Paper file = Paper.of("file-1", "A paper of a file", "");
    try (OaiServer server = new OaiServer(page("", A))) {
      harvest(server);
      try (PaperIndexWriter writer = new LuceneStore(index()).writer()) {
        for (Paper paper : List.of(old, file)) {
          writer.upsert(paper.inLanguage("en"), null);
        }
        writer.commit();
      }
      server.identifiers = OaiServer.headers("oai:x:a");
      assertThat(harvest(order(server, JobOptions.Prune.FORCED)).removed()).isEqualTo(1);
    }
    assertThat(ids()).containsExactlyInAnyOrder("oai:x:a", "file-1");
  }

  @Test
  void harvestsTheOthersWhereOneFails() {
    try (OaiServer broken = new OaiServer(OaiServer.status(404));
        OaiServer server = new OaiServer(page("", A))) {
      broken.identify = OaiServer.status(404);
      assertThat(
              harvest(order(broken, JobOptions.Prune.NEVER), order(server, JobOptions.Prune.NEVER))
                  .indexed())
          .isEqualTo(1);
      assertThat(sources)
          .extracting(source -> source.failure() == null)
          .containsExactly(false, true);
      assertThat(failures).hasSize(1);
      assertThat(failures.getFirst())
          .hasMessageStartingWith(
              broken.url() + ": this is not the base URL of an OAI-PMH server (")
          .hasMessageContaining("/ with server/oai/request (DSpace)");
      harvest(order(broken, JobOptions.Prune.NEVER), order(server, JobOptions.Prune.NEVER));
      assertThat(failures).hasSize(2);
    }
    assertThat(ids()).containsExactly("oai:x:a");
  }

  @Test
  void saysThatAPageForPeopleIsNoServer() {
    try (OaiServer server = new OaiServer(page("", A))) {
      server.identify = OaiServer.html("<!DOCTYPE html><html><body><p>Hello<br></body></html>");
      assertThat(harvest(server).commit()).isZero();
      assertThat(failures.getFirst())
          .hasMessageStartingWith(
              server.url() + ": this is not the base URL of an OAI-PMH server (");
      assertThat(failures.getFirst().kind()).isEqualTo(AkinException.Kind.UNAVAILABLE);
    }
    assertThat(index()).doesNotExist();
  }

  @Test
  void keepsSetsUnderTheirNamesAndWhatIsKnownOfAccess() {
    String rights =
        "<dc:rights>http://purl.org/coar/access_right/c_f1cf</dc:rights>"
            + "<dc:date>info:eu-repo/date/embargoEnd/2026-05-01</dc:date><dc:date>2025</dc:date>";
    try (OaiServer server =
        new OaiServer(page("", dc("oai:x:e", rights).replace("</header>", SETS + "</header>")))) {
      server.sets =
          OaiServer.xml(
              "<ListSets><set><setSpec>com_1</setSpec><setName>Wool &amp;amp; Felt</setName></set>"
                  + "</ListSets>");
      harvest(server);
    }
    try (PaperIndex opened = new LuceneStore(index()).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = opened.snapshot()) {
      List<Paper> papers = new ArrayList<>();
      snapshot.scan(number -> papers.add(snapshot.paper(number)));
      Paper paper = papers.getFirst();
      assertThat(paper.holding())
          .isEqualTo(
              new Holding(
                  "127.0.0.1",
                  List.of("Wool & Felt", "col_2"),
                  Holding.AccessRight.EMBARGOED,
                  new PublicationDate(2026, 5, 1)));
      assertThat(paper.date()).isEqualTo(PublicationDate.ofYear(2025));
    }
  }

  @Test
  void takesOnlyOpenPapersWhenAsked() {
    String open = "<dc:rights>info:eu-repo/semantics/openAccess</dc:rights>";
    String closed = "<dc:rights>info:eu-repo/semantics/closedAccess</dc:rights>";
    try (OaiServer server =
        new OaiServer(
            page(
                "",
                dc("oai:x:a", open),
                dc("oai:x:b", closed),
                dc("oai:x:c", ""),
                dc("oai:x:d", open)),
            page("", dc("oai:x:d", closed)))) {
      HarvestOrder order =
          new HarvestOrder(
              new HarvestRequest(server.url(), null, "oai_dc", null, null),
              "Wool",
              HarvestOrder.AccessWanted.OPEN,
              JobOptions.Prune.NEVER);
      JobSummary first = harvest(order);
      assertThat(first.indexed()).isEqualTo(2);
      assertThat(first.leftOut()).isEqualTo(2);
      assertThat(harvest(order).removed()).isEqualTo(1);
    }
    assertThat(ids()).containsExactly("oai:x:a");
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
      notPruned.add(why);
    }

    @Override
    public void harvested(SourceSummary done) {
      sources.add(done);
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
