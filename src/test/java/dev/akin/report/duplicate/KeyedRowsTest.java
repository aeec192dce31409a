package dev.akin.report.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyedRowsTest {
  @Test
  void joinsEachRowToTheNextOnesWithTheSameText() {
    KeyedRows rows = new KeyedRows(1_000);
    for (int row : new int[] {999, 0, 500, 7}) {
      rows.add("index", row);
    }
    rows.add("contents", 3);
    rows.add("contents", 8);
    rows.add("preface", 4);

    List<String> pairs = new ArrayList<>();
    rows.forEachPair(2, (row, later) -> pairs.add(row + " " + later));

    assertThat(pairs).containsExactlyInAnyOrder("0 7", "0 500", "7 500", "7 999", "500 999", "3 8");
  }
}
