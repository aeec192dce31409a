package dev.akin.serve.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.PaperId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
  /// Servers and proxies change some paths, so that only plain ids stand in one.
  @ParameterizedTest
  @CsvSource({
    "2024.acl-long.12, /papers/2024.acl-long.12",
    "10.1145/359340.359342, /papers/10.1145/359340.359342",
    "hep-th/9901001v2, /papers/hep-th/9901001v2",
    "oai:arXiv.org:2401.1, /papers/oai:arXiv.org:2401.1",
    "10.1002/(SICI)1097-4571, /papers/10.1002/(SICI)1097-4571",
    "10.1/a<b>, /paper?id=10.1%2Fa%3Cb%3E",
    "a//b, /paper?id=a%2F%2Fb",
    "../etc, /paper?id=..%2Fetc",
    "a/../b, /paper?id=a%2F..%2Fb",
    "a/, /paper?id=a%2F",
    "100%, /paper?id=100%25",
    "a;b, /paper?id=a%3Bb",
    "a b, /paper?id=a+b",
    "é, /paper?id=%C3%A9"
  })
  void leadsToAPaper(String id, String address) {
    assertThat(Links.ofPaper(new PaperId(id))).hasToString(address);
  }
}
