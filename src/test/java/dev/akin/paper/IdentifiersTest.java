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

  @ParameterizedTest
  @CsvSource({
    "https://doi.org/10.5555/abc.3, doi:10.5555/abc.3",
    "10.5555/ABC.3, doi:10.5555/abc.3",
    "doi: 10.5555/abc.3, doi:10.5555/abc.3",
    "doi.org/10.5555/abc.3, doi:10.5555/abc.3",
    "doi:https://doi.org/10.5555/abc.3, doi:10.5555/abc.3",
    "https://arxiv.org/pdf/1706.03762v5, arxiv:1706.03762",
    "arXiv:1706.03762v2, arxiv:1706.03762",
    "1706.03762, arxiv:1706.03762",
    "https://doi.org/10.48550/arXiv.1706.03762, arxiv:1706.03762",
    "http://hdl.handle.net/123/5, hdl:123/5",
    "https://www.repository.example/items/5/, url:repository.example/items/5",
    "https://aclanthology.org/2020.acl-main.1/, acl:2020.acl-main.1",
  })
  void areFoundInWhatPeoplePaste(String pasted, String name) {
    assertThat(Identifiers.pasted(pasted)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "doi:", "pmid:1", "arxiv", "attention is all you need", "p3"})
  void areNotFoundInOtherTexts(String text) {
    assertThat(Identifiers.pasted(text)).isEmpty();
  }
}
