package dev.akin.index.lucene.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.lucene.Samples;
import dev.akin.index.store.BothStores;
import dev.akin.paper.PaperId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@BothStores
class IdSuggestionsTest {
  @TempDir private static Path directory;

  @BeforeAll
  static void index() {
    Samples.index(
        directory,
        Samples.paper("2024.acl-long.12", "A"),
        Samples.paper("2024.acl-long.123", "B"),
        Samples.paper("2024.acl-long.1234", "C"),
        Samples.paper("2023.emnlp-main.7", "D"),
        Samples.paper("10.1145/ABC", "E"),
        Samples.paper("gone.acl", "F"));
    Samples.change(directory, writer -> writer.delete(new PaperId("gone.acl")));
  }

  private List<String> suggestions(String id, int count) {
    List<String> ids = new ArrayList<>();
    Samples.look(
        directory,
        snapshot -> snapshot.suggest(id, count).forEach(found -> ids.add(found.value())));
    return ids;
  }

  @ParameterizedTest
  @CsvSource({
    "2024.ACL-Long.12,   2024.acl-long.12",
    "10.1145/abc,        10.1145/ABC",
    "2023.emnlp-mian.7,  2023.emnlp-main.7",
    "2023.emlp-main.7,   2023.emnlp-main.7",
    "2023.emnlp,         2023.emnlp-main.7",
    "2024.acl-lomg.1234, 2024.acl-long.1234"
  })
  void theLikeliestComesFirst(String id, String likeliest) {
    assertThat(suggestions(id, 3)).startsWith(likeliest);
  }

  @Test
  void namesEachOnceAndNotMoreThanAskedFor() {
    assertThat(suggestions("2024.acl-long.12", 10))
        .containsExactlyInAnyOrder("2024.acl-long.12", "2024.acl-long.123", "2024.acl-long.1234");
    assertThat(suggestions("2024.acl-long.12", 2)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "gone.acl", "entirely different", "\uD800", "a*", "[", "~"})
  void mayHaveNothingToSuggest(String id) {
    assertThat(suggestions(id, 3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {PaperId.MAX_BYTES, 40_000})
  void takesIdsOfAnyLength(int length) {
    assertThat(suggestions("x".repeat(length), 3)).isEmpty();
  }
}
