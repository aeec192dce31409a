package dev.akin.index.opensearch.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          opensearch://a                             | false | [a:9200]                    | -    | akin
          opensearch://a:9201/papers                 | false | [a:9201]                    | -    | papers
          OpenSearch://a.example.org,b:1/akin/       | false | [a.example.org:9200, b:1]    | -    | akin
          http://127.0.0.1:9200/akin                 | false | [127.0.0.1:9200]            | -    | akin
          https://ada@search.example.org/akin        | true  | [search.example.org:443]    | ada  | akin
          https://ada%40example.org@h:9200,[::1]/a-b | true  | [h:9200, [::1]:443]         | ada@example.org | a-b
          """)
  void readsItsForms(String text, boolean tls, String hosts, String user, String name) {
    ClusterAddress address = ClusterAddress.parse(text);
    assertThat(address.tls()).isEqualTo(tls);
    assertThat(address.hosts()).hasToString(hosts);
    assertThat(address.user()).isEqualTo(user);
    assertThat(address.name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "akin-index",
        "ftp://a/akin",
        "opensearch:///akin",
        "opensearch://a b/akin",
        "opensearch://a,/akin",
        "opensearch://a:0/akin",
        "opensearch://a:65536/akin",
        "opensearch://a/akin/b",
        "opensearch://a/Akin",
        "opensearch://a/_all",
        "opensearch://a/akin?x=1",
        "opensearch://a/*",
      })
  void refusesOthers(String text) {
    assertThatThrownBy(() -> ClusterAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://ada:s3cret@h/akin", "htp://ada:s3cret@h/akin"})
  void neverRepeatsAPassword(String text) {
    assertThatThrownBy(() -> ClusterAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void isWrittenAsPeopleWriteIt() {
    assertThat(ClusterAddress.parse("https://ada@a,b:1/x")).hasToString("https://a:443,b:1/x");
    String address = "https://ada%40example.org@a:443,b:1/x";
    assertThat(ClusterAddress.parse(address).forCommand()).isEqualTo(address);
  }
}
