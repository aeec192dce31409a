package dev.akin.recommend.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.recommend.AspectIndex;
import dev.akin.roles.PaperRoles;
import dev.akin.roles.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencePairsTest {
  @Test
  void namesTheRolesOfBothSentences() {
    Paper query = Paper.of("q", "Trees", "Methods: We count.");
    Paper paper = Paper.of("p", "Oaks", "Results: They fall. Objective: We ask.");
    SentencePairs pairs =
        new SentencePairs(
            List.of("Trees", "Methods: We count."),
            List.of(PaperRoles.of(query)),
            List.of(AspectIndex.sentences(0, 90)));
    List<Why.SentencePair> found =
        pairs.with(paper, AspectIndex.sentences(5, 80, 270), PaperRoles.of(paper));
    assertThat(found).hasSize(2);
    Why.SentencePair titles = found.getFirst();
    assertThat(titles.queryText()).isEqualTo("Trees");
    assertThat(titles.queryRole()).isNull();
    assertThat(titles.paperRole()).isNull();
    Why.SentencePair sentences = found.getLast();
    assertThat(sentences.queryRole()).isEqualTo(Role.METHOD);
    assertThat(sentences.paperText()).isEqualTo("Results: They fall.");
    assertThat(sentences.paperRole()).isEqualTo(Role.RESULT);
  }
}
