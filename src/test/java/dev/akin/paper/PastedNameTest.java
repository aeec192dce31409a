package dev.akin.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedNameTest {
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
    "https://www.aclweb.org/anthology/P19-1001, acl:p19-1001",
    "(10.5555/abc.3), doi:10.5555/abc.3",
    "https://dl.acm.org/doi/abs/10.5555/abc.3, doi:10.5555/abc.3",
    "https://link.springer.com/content/pdf/10.5555/abc.3.pdf, doi:10.5555/abc.3",
    "https://doi.org.proxy.example/10.5555/abc.3, doi:10.5555/abc.3",
    "https://x.example/record?doi=10.5555%2fabc.3&partner=4, doi:10.5555/abc.3",
    "Doe (2020). Bees. https://doi.org/10.5555/abc.3., doi:10.5555/abc.3",
    "10.5555/a(1998)1:2&lt;3::AID&gt;4, doi:10.5555/a(1998)1:2<3::aid>4",
    "10.5555/a\\_b, doi:10.5555/a_b",
    "\\href{https://doi.org/10.5555/abc.3}{Bees}, doi:10.5555/abc.3",
    "arXiv:1706.03762v5 [cs.CL], arxiv:1706.03762",
    "https://arxiv.org/html/1706.03762v5?context=cs, arxiv:1706.03762",
    "CoRR abs/1706.03762, arxiv:1706.03762",
    "math.GT/0309136, arxiv:math/0309136",
    "HDL: 123/5, hdl:123/5",
    "123456789/5, hdl:123456789/5",
    "repository.example/items/5?locale=en#top, url:repository.example/items/5",
  })
  void isFoundInWhatPeoplePaste(String pasted, String name) {
    assertThat(PastedName.of(pasted)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "doi:",
        "pmid:1",
        "arxiv",
        "attention is all you need",
        "p3",
        "A survey of 1706.03762 numbers"
      })
  void isNotFoundInOtherTexts(String text) {
    assertThat(PastedName.of(text)).isEmpty();
  }
}
