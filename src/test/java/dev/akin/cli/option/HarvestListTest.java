package dev.akin.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.harvest.HarvestRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarvestListTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("list.txt"), text);
  }

  @Test
  void readsAServerALine() throws IOException {
    Path file =
        file(
            """
            # our repositories

            https://a.example/oai
              http://b.example/oai?x=1  set=cs:cs:CL prefix=arXiv name="Wool and Knots"  # a comment
            http://b.example/oai?x=1 name=b
            """);
    assertThat(HarvestList.read(file, "oai_dc"))
        .containsExactly(
            new HarvestList.Entry(request("https://a.example/oai", null, "oai_dc"), ""),
            new HarvestList.Entry(
                request("http://b.example/oai?x=1", "cs:cs:CL", "arXiv"), "Wool and Knots"),
            new HarvestList.Entry(request("http://b.example/oai?x=1", null, "oai_dc"), "b"));
  }

  private static HarvestRequest request(String url, @Nullable String set, String prefix) {
    return new HarvestRequest(URI.create(url), set, prefix, null, null);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.example/ sets=x, write URL",
    "http://a.example/ set=, write URL",
    "http://a.example/ set=a set=b, set is there twice",
    "set=a http://a.example/, write URL",
    "ftp://a.example/, is not the address of a server",
    "http://a.example/ prefix=marc, prefix",
    "http://a.example/{, Illegal character",
  })
  void namesTheLineThatIsWrong(String line, String what) throws IOException {
    Path file = file("http://b.example/\n" + line + "\n");
    assertThatThrownBy(() -> HarvestList.read(file, "oai_dc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file + ":2: ")
        .hasMessageContaining(what);
  }

  @Test
  void refusesServersAndNamesThatComeTwiceAndAnEmptyList() throws IOException {
    Path twice = file("http://b.example/\nhttp://b.example/\n");
    assertThatThrownBy(() -> HarvestList.read(twice, "oai_dc"))
        .hasMessageContaining("this server came before");
    Path names = file("http://b.example/ name=x\nhttp://c.example/ name=x\n");
    assertThatThrownBy(() -> HarvestList.read(names, "oai_dc"))
        .hasMessageContaining("this name came before");
    Path empty = file("# nothing\n");
    assertThatThrownBy(() -> HarvestList.read(empty, "oai_dc"))
        .hasMessageContaining("names no server");
  }

  @Test
  @Timeout(20)
  void readsAHostileLineInOneGo() throws IOException {
    Path file = file("http://b.example/" + " set=a".repeat(100_000) + " =");
    assertThatThrownBy(() -> HarvestList.read(file, "oai_dc"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
