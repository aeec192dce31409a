package dev.akin.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
  private static Set<String> of(String id, @Nullable String url, @Nullable String doi) {
    return Identifiers.of(
        new Paper(new PaperId(id), "A", "", List.of(), null, List.of(), url, doi));
  }

  @ParameterizedTest
  @CsvSource({
    "2401.01234,               arxiv:2401.01234",
    "2401.01234v2,             arxiv:2401.01234",
    "0704.0001,                arxiv:0704.0001",
    "cs/0112017,               arxiv:cs/0112017",
    "math.GT/0309136v1,        arxiv:math.gt/0309136",
    "10.1145/ABC,              doi:10.1145/abc",
    "arXiv:2401.01234V2,       arxiv:2401.01234",
    "oai:arXiv.org:2401.01234, oai:arxiv.org:2401.01234",
    "ACL:2024.acl-long.1,      acl:2024.acl-long.1"
  })
  void comeFromTheId(String id, String name) {
    assertThat(of(id, null, null)).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({
    "https://arxiv.org/abs/2401.01234v3,              arxiv:2401.01234",
    "http://www.arxiv.org/abs/cs/0112017,             arxiv:cs/0112017",
    "https://arxiv.org/pdf/2401.01234v3.pdf,          arxiv:2401.01234",
    "https://doi.org/10.1145/ABC,                     doi:10.1145/abc",
    "http://dx.doi.org/10.1145/ABC,                   doi:10.1145/abc",
    "https://aclanthology.org/2024.acl-long.1/,       acl:2024.acl-long.1",
    "https://aclanthology.org/2024.acl-long.1.pdf,    acl:2024.acl-long.1",
    "https://www.aclanthology.org/2024.acl-long.1,    acl:2024.acl-long.1",
    "HTTPS://HDL.HANDLE.NET/2027/3,                   hdl:2027/3"
  })
  void comeFromTheLink(String url, String name) {
    assertThat(of("x", url, null)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "https://example.org/abs/1", "https://doi.org/", "ftp://doi.org/10.1/2"})
  void otherLinksNameNothing(String url) {
    assertThat(of("x", url, null)).isEmpty();
  }

  @Test
  void areNamedOnceEach() {
    assertThat(of("10.1/A", "https://doi.org/10.1/a", "10.1/a")).containsExactly("doi:10.1/a");
    assertThat(of("2401.01234", "https://doi.org/10.1/x", "10.1/Y"))
        .containsExactly("arxiv:2401.01234", "doi:10.1/x", "doi:10.1/y");
  }
}
