package dev.akin.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.read.record.ReadException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdListTest {
  @Test
  void hasAnIdOnEachLine() {
    assertThat(IdList.of("list", "\uFEFFa\r\n\n  b, 1 \n")).containsExactly("a", "b, 1");
  }

  /// The first column has the records that stay.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "kept,merged\r\na,b\r\nc,\"d, 1\"\r\n",
        "\uFEFF\"Kept\",\"Merged\"\na,b\nc,\"d, 1\"\n",
        "\n kept, merged\na,b\n\nc,\"d, 1\""
      })
  void hasTheSecondColumnOfAListOfMerges(String table) {
    assertThat(IdList.of("merge.csv", table)).containsExactly("b", "d, 1");
  }

  @Test
  void isRefusedWithoutAnId() {
    assertThatThrownBy(() -> IdList.of("merge.csv", "kept,merged\na,b\nc,\n"))
        .isInstanceOf(ReadException.class)
        .hasMessage("merge.csv:3: no id in the column merged");
  }
}
