package dev.akin.report.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.report.duplicate.Decisions.Decision;
import dev.akin.report.duplicate.Decisions.Kind;
import dev.akin.report.page.ReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {
  @TempDir Path folder;

  private Decisions read(String table) throws IOException {
    return Decisions.read(Files.writeString(folder.resolve("decisions.csv"), table));
  }

  @Test
  void areReadInAnyOrderOfAPair() throws IOException {
    Decisions decisions =
        read("\uFEFFdecision,id,other\r\nmerge,b,\"a, 1\"\r\nkeep,c,d\r\ndifferent,'=x,e\r\n");

    assertThat(decisions.of("a, 1", "b")).isEqualTo(new Decision(Kind.MERGE, "b", "a, 1"));
    assertThat(decisions.separate("e", "=x")).isTrue();
    assertThat(decisions.separate("c", "d")).isFalse();
    assertThat(decisions.of("a", "c")).isNull();
  }

  @Test
  void areReadFromAListOfMergesToo() throws IOException {
    assertThat(read("kept,merged\na,b\n").of("b", "a"))
        .isEqualTo(new Decision(Kind.MERGE, "a", "b"));
  }

  @Test
  void nameTheLineThatIsWrong() {
    assertThatThrownBy(() -> read("decision,id,other\nmerge,a,b\nperhaps,c,d\n"))
        .isInstanceOf(ReportException.class)
        .hasMessageEndingWith(
            "decisions.csv:3: the decision must be merge, keep or different, not perhaps");
    assertThatThrownBy(() -> read("id,title\na,Moss\n"))
        .hasMessageEndingWith(":2: nothing in the column decision");
    assertThatThrownBy(() -> Decisions.read(folder.resolve("none")))
        .hasMessageEndingWith("none: no such file");
  }

  @Test
  void haveADigestThatChangesWithThem() throws IOException {
    assertThat(read("kept,merged\na,b\n").digest())
        .startsWith("1:")
        .isNotEqualTo(read("kept,merged\nb,a\n").digest());
  }
}
