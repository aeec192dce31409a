package dev.akin.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.read.PaperOrigin;
import org.junit.jupiter.api.Test;

class SeenRecordsTest {
  private final SeenRecords seen = new SeenRecords();

  @Test
  void namesTheLastRecordOfTheSameId() {
    Paper moss = Paper.of("a", "Moss", "");
    assertThat(seen.add(moss, new PaperOrigin("one.ris", 7, 0))).isNull();
    assertThat(seen.add(Paper.of("b", "Moss", ""), new PaperOrigin("one.ris", 8, 0))).isNull();
    assertThat(seen.add(moss.inLanguage("en"), new PaperOrigin("two.ris", 268_435_455, 0)))
        .isEqualTo(new SeenRecords.Earlier(true, "one.ris:7"));
    assertThat(seen.add(moss.called("key"), new PaperOrigin("one.ris", 3_000_000_000L, 0)))
        .isEqualTo(new SeenRecords.Earlier(false, "two.ris:268435455"));
    assertThat(seen.contains(new PaperId("a"))).isTrue();
    assertThat(seen.contains(new PaperId("c"))).isFalse();
  }

  @Test
  void keepsTheNamesOfSoManyFilesOnly() {
    for (int i = 0; i < 70_000; i++) {
      seen.add(Paper.of("p" + i, "Moss", ""), new PaperOrigin("file" + i, 1, 0));
    }
    assertThat(earlier("p65534")).isEqualTo("file65534:1");
    assertThat(earlier("p65535")).isEqualTo("one of the last files:1");
    assertThat(earlier("p69999")).isEqualTo("one of the last files:1");
  }

  private String earlier(String id) {
    SeenRecords.Earlier earlier =
        seen.add(Paper.of(id, "Fern", ""), new PaperOrigin("file0", 2, 0));
    return earlier == null ? "" : earlier.place();
  }
}
