package dev.akin.index.opensearch.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MappingDifferenceTest {
  private static final String MADE =
      """
      {"dynamic": false, "_meta": {"akin": 1},
       "properties": {"id": {"type": "keyword"}, "v": {"type": "knn_vector", "dimension": 3}}}""";

  private static List<String> differences(String has) {
    List<String> found = new ArrayList<>();
    JsonMapper json = JsonMapper.shared();
    MappingDifference.find(json.readTree(MADE), json.readTree(has), found);
    return found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"dynamic":"false","_meta":{},"properties":{"id":{"type":"keyword","x":1},"v":{"type":"knn_vector","dimension":3}}} |
          {"dynamic":"true","properties":{"id":{"type":"keyword"},"v":{"type":"knn_vector","dimension":3}}} | dynamic is "true", not false
          {"dynamic":"false","properties":{"id":{"type":"text"},"v":{"type":"knn_vector","dimension":4}}} | properties.id.type is "text", not "keyword" properties.v.dimension is 4, not 3
          {"dynamic":"false","properties":{"v":{"type":"knn_vector","dimension":3}}} | properties.id is missing
          {"dynamic":"false","properties":{"y":{},"id":{"type":"keyword"},"v":{"type":"knn_vector","dimension":3}}} | properties.y is not akin's
          """)
  void namesWhatSomebodyChanged(String has, String expected) {
    assertThat(String.join(" ", differences(has))).isEqualTo(expected == null ? "" : expected);
  }
}
