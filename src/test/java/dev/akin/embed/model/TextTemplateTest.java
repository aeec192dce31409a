package dev.akin.embed.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Sentences;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTemplateTest {
  private static final TextTemplate PLAIN = new TextTemplate("{title} {abstract}");
  private static final String ABSTRACT = " We cut. We cut. They heal. ";

  @Test
  void joinsTitleAndAbstract() {
    assertThat(PLAIN.document("Title", "Abstract.").text()).isEqualTo("Title Abstract.");
  }

  @Test
  void leavesNoSpaceForWhatIsEmpty() {
    assertThat(PLAIN.document("Title", "").text()).isEqualTo("Title");
    assertThat(PLAIN.document("", "Abstract.").text()).isEqualTo("Abstract.");
  }

  @Test
  void makesNothingOfNothing() {
    assertThat(new TextTemplate("passage: {title} {abstract}").document("", " ").text()).isEmpty();
  }

  @Test
  void aTitleThatLooksLikeATemplateStays() {
    assertThat(PLAIN.document("On {abstract} and {title}", "Abstract.").text())
        .isEqualTo("On {abstract} and {title} Abstract.");
    assertThat(new TextTemplate("query: {text}").phrase("{text} $1 \\").text())
        .isEqualTo("query: {text} $1 \\");
  }

  @Test
  void keepsWhatAModelWantsBetweenAndBefore() {
    assertThat(new TextTemplate("{title}[SEP]{abstract}").document("Title", "Abstract.").text())
        .isEqualTo("Title[SEP]Abstract.");
    assertThat(
            new TextTemplate("passage: {title}. {abstract}").document("Title", "Abstract.").text())
        .isEqualTo("passage: Title. Abstract.");
    assertThat(
            new TextTemplate("Represent this sentence for searching relevant passages: {text}")
                .phrase("graph cuts")
                .text())
        .isEqualTo("Represent this sentence for searching relevant passages: graph cuts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{title} {abstract}",
        "passage: {title}[SEP]{abstract}",
        "We cut. {abstract} ({title})",
        "{title}{title}{abstract}",
        "  {title}\n{abstract}\t",
        "{abstract}. {title}. {abstract}",
      })
  void knowsWhereTheSentencesOfAPaperAre(String pattern) {
    TextTemplate template = new TextTemplate(pattern);
    for (String title :
        List.of("Cuts", "  We cut. Cuts.\u2003", "{abstract}", "𝒢raphs", "We cut.")) {
      ModelText text = template.document(title, ABSTRACT);
      assertThat(text.text()).isEqualTo(rendered(pattern, title));
      assertThat(sentences(text)).isEqualTo(Sentences.of(title, ABSTRACT));
      assertThat(text.sentences()).doesNotHaveDuplicates();
    }
    assertThat(sentences(template.document("Cuts", " "))).containsExactly("Cuts");
    assertThat(sentences(template.document("", "We cut."))).containsExactly("We cut.");
    assertThat(template.document(" ", "").sentences()).isEmpty();
  }

  private static String rendered(String pattern, String title) {
    return pattern.replace("{abstract}", ABSTRACT).replace("{title}", title).strip();
  }

  @Test
  void theSentencesOfAPaperAreThoseOfTheFirstPlace() {
    // "Cuts: Cuts We heal."
    assertThat(new TextTemplate("{title}: {title} {abstract}").document("Cuts", "We heal."))
        .isEqualTo(
            new ModelText(
                "Cuts: Cuts We heal.", List.of(new TextSpan(0, 4), new TextSpan(11, 19))));
    // What a template or the title says is not taken for a sentence of the abstract.
    assertThat(new TextTemplate("Hm. {title} {abstract}").document("Hm. Hm.", "Hm."))
        .isEqualTo(
            new ModelText("Hm. Hm. Hm. Hm.", List.of(new TextSpan(4, 11), new TextSpan(12, 15))));
  }

  @Test
  void aPhraseIsOneSentence() {
    TextTemplate query = new TextTemplate("query: {text}!");
    // 7 characters before it
    assertThat(query.phrase("One. Two.").sentences()).containsExactly(new TextSpan(7, 16));
    assertThat(query.phrase(" q: ").sentences()).containsExactly(new TextSpan(8, 10));
    assertThat(query.phrase(" q: ").text()).isEqualTo("query:  q: !");
    assertThat(query.phrase(" ").sentences()).isEmpty();
  }

  private static List<String> sentences(ModelText text) {
    return text.sentences().stream()
        .map(span -> text.text().substring(span.from(), span.to()))
        .toList();
  }
}
