package dev.akin.embed.add;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedMetadataTest {
  private final Path folder;
  private final FindingList findings = new FindingList();

  PublishedMetadataTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private PublishedMetadata read(String front) throws IOException {
    Files.writeString(
        folder.resolve("README.md"), "---\n" + front.replace('|', '\n') + "\n---\n# Text\n---\n");
    Path work = Files.createTempDirectory(folder, "work");
    return PublishedMetadata.of(new SourceFiles(new FolderSource(folder), work));
  }

  @ParameterizedTest
  @CsvSource({
    "language: de, de",
    "language: no, no",
    "'language: [en, eng, pt-br, zh_Hans]', 'en, pt, zh'",
    "language:|- fr|- code, fr",
    "language: multilingual, all",
    "license: mit, en"
  })
  void readsLanguages(String front, String languages) throws IOException {
    var known = read(front).languages(AddOptions.none(), findings);
    assertThat(known == null ? "all" : String.join(", ", known)).isEqualTo(languages);
    assertThat(findings.all().getFirst().assumed()).isEqualTo(front.startsWith("license"));
  }

  @ParameterizedTest
  @CsvSource({
    "license: apache-2.0, Apache-2.0",
    "license: mit, MIT",
    "license: cc-by-nc-4.0, CC-BY-NC-4.0",
    "license: other|license_name: gemma, gemma",
    "license: other, unknown",
    "language: de, unknown",
    "'', unknown"
  })
  void readsTheLicence(String front, String license) throws IOException {
    assertThat(read(front).license(findings)).isEqualTo(license);
    assertThat(findings.all().getFirst().assumed()).isEqualTo(license.equals("unknown"));
  }
}
