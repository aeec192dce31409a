package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.recommend.SmallIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Digests of papers by Ada, of an index that needs no model.
class DigestCommandTest {
  @TempDir Path folder;
  private Path index;
  private Path state;

  @BeforeEach
  void write() {
    index = folder.resolve("index");
    state = folder.resolve("state.json");
    SmallIndex.write(index);
  }

  private CommandRun digest(String... arguments) {
    List<String> all = new ArrayList<>(List.of("digest", "--index", index.toString()));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private CommandRun remembered(String... more) {
    List<String> all = new ArrayList<>(List.of("--author", "Ada"));
    if (!List.of(more).contains("--since")) {
      all.addAll(List.of("--since", "2022"));
    }
    all.addAll(List.of("--state", state.toString()));
    all.addAll(List.of(more));
    return digest(all.toArray(String[]::new));
  }

  @Test
  void printsWhatIsNewOnce() {
    CommandRun run = digest("--search", "author:north", "--since", "any");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("1 new paper ·", "== By north", "* A cold wind over ice");
    assertThat(run.err()).contains("akin: 1 new paper");
  }

  @Test
  void writesAndPrintsNothingIfNothingIsNew() {
    Path html = folder.resolve("new.html");
    String[] out = {"--search", "category:geo", "--out", html.toString()};
    assertThat(remembered(out).err()).endsWith("akin: 3 new papers\n");
    assertThat(html).content().contains("Rivers at sunset").doesNotContain("Trees facing sunrise");
    assertThat(html.toFile().delete()).isTrue();
    CommandRun again = remembered(out);
    assertThat(again.code()).isZero();
    assertThat(again.out()).isEmpty();
    assertThat(again.err()).endsWith("akin: nothing is new\n");
    assertThat(html).doesNotExist();
  }

  @Test
  void catchesUp() {
    CommandRun run = remembered("--search", "category:geo", "--since", "any", "--catch-up");
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).endsWith("akin: 4 papers counted as given\n");
    SmallIndex.addOne(index, "later", 1, 2);
    assertThat(remembered("--search", "category:geo", "--since", "any").out())
        .contains("1 new paper ·", "* Title of later");
  }

  @Test
  void remembersNothingOfADryRun() {
    CommandRun run = remembered("--search", "category:geo", "--dry-run", "--format", "json");
    assertThat(run.out()).contains("\"papers\":3");
    assertThat(state).doesNotExist();
  }

  @Test
  void namesNoRecipientInTheState() throws IOException {
    Path mail = folder.resolve("new.eml");
    remembered(
        "--search",
        "category:geo",
        "--out",
        mail.toString(),
        "--mail-to",
        "Ada <secret@example.org>",
        "--mail-from",
        "akin@example.com");
    assertThat(mail).content().contains("secret@example.org");
    assertThat(Files.readString(state)).contains("west").doesNotContain("example.");
  }

  @Test
  void endsWith65IfTheStateIsDamaged() throws IOException {
    Files.writeString(state, "{\"version\": 1");
    Path html = folder.resolve("new.html");
    CommandRun run = remembered("--search", "category:geo", "--out", html.toString());
    assertThat(run.code()).isEqualTo(65);
    assertThat(run.err()).contains("state.json: the state of the digest is damaged", "Nothing was");
    assertThat(html).doesNotExist();
    assertThat(state).hasContent("{\"version\": 1");
  }

  @ParameterizedTest
  @CsvSource({
    "--since 2024, nothing to look for",
    "--search x --since never, last or any",
    "--search x --limit 0, limit must be within 1..200",
    "--search -x, says only what to leave out",
    "--search x --format pdf, '--format must be one of text, html, markdown, eml, json'",
    "--search x --out new.pdf, must end with .txt",
    "--search x --out new.eml, needs a sender and a recipient",
    "--search x --format eml, needs --mail-from and --mail-to",
    "--search x --mail-to ada@example.org, both --mail-from and --mail-to",
    "--search x --mail-to ada --mail-from b@c.org, is not a mail address",
    "--search x --smtp smtp://localhost, --smtp needs --state",
    "--search x --smtp smtp://localhost --state s.json, --smtp needs --mail-from",
    "--search x --smtp smtp://a:b@localhost --state s.json, the password must not stand",
    "--search x --unsubscribe http://x, must begin with mailto: or https://",
    "--resend, --resend needs --state",
    "--resend --dry-run --state s.json, exclude each other",
    "--search x --catch-up, --catch-up needs --state"
  })
  void refusesWhatMakesNoSense(String arguments, String message) {
    CommandRun run = digest(arguments.split(" ", -1));
    assertThat(run.code()).as(run.err()).isEqualTo(64);
    assertThat(run.err()).contains(message);
  }

  @Test
  void saysThatThereIsNothingToResend() {
    CommandRun run = digest("--resend", "--state", state.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("nothing is to be given again");
  }
}
