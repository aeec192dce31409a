package dev.akin.report.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.PaperId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaperFileNamesTest {
  private static List<String> names(String... ids) {
    return List.copyOf(PaperFileNames.of(Stream.of(ids).map(PaperId::new).toList()).values());
  }

  @Test
  void areTheIdsAsFarAsFileSystemsAllow() {
    assertThat(names("2020.acl-main.1", "math/0101001", "../../etc/passwd", ".hidden", "é:*?"))
        .containsExactly(
            "2020.acl-main.1", "math_0101001", "_.._.._etc_passwd", "_.hidden", "____");
  }

  @Test
  void differInMoreThanCase() {
    assertThat(names("Ab", "aB", "a/b", "a:b")).containsExactly("Ab", "aB-2", "a_b", "a_b-2");
  }

  @Test
  void areNoDevices() {
    assertThat(names("con", "NUL.txt", "com1", "console"))
        .containsExactly("_con", "_NUL.txt", "_com1", "console");
  }

  @Test
  void areShort() {
    assertThat(names("x".repeat(500), "x".repeat(501)))
        .containsExactly("x".repeat(80), "x".repeat(80) + "-2");
  }
}
