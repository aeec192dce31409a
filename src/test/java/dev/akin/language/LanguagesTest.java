package dev.akin.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {
  private static final String ENGLISH =
      "We study how a small model can learn to rank papers when few of them have been judged.";
  private static final String FRENCH =
      "Nous étudions comment un petit modèle apprend à classer des articles.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|" + ENGLISH,
        "fr|Nous étudions comment un petit modèle apprend à classer des articles peu annotés.",
        "de|Wir untersuchen, wie ein kleines Modell lernt, Artikel nach ihrer Nähe zu ordnen.",
        "es|Estudiamos cómo un modelo pequeño aprende a ordenar los artículos más parecidos.",
        "pt|Neste trabalho não mostramos apenas os artigos, mas também a ordenação das respostas.",
        "it|Studiamo come un piccolo modello impara a ordinare gli articoli più simili tra loro.",
        "nl|Wij onderzoeken hoe een klein model leert om artikelen op volgorde te zetten.",
        "pl|Badamy, jak mały model uczy się porządkować artykuły, gdy mało z nich oceniono.",
        "ru|Мы изучаем, как небольшая модель учится упорядочивать похожие статьи.",
        "zh|我们研究一个小模型在标注很少的情况下如何学会对论文进行排序。",
        "ja|少ない評価データから小さなモデルが論文の順位付けを学ぶ方法を調べる。",
        "ko|우리는 작은 모델이 적은 평가 자료로 논문의 순위를 배우는 방법을 연구한다.",
        "ar|ندرس كيف يتعلم نموذج صغير ترتيب الأوراق العلمية عندما تكون التقييمات قليلة.",
        "no|Vi undersøker hvordan en liten modell lærer å ordne artikler som ligner hverandre.",
        "he|אנו בוחנים כיצד מודל קטן לומד לדרג מאמרים כאשר יש מעט מאוד הערכות.",
      })
  void knowsTheLanguageOfASentence(String code, String sentence) {
    assertThat(Languages.identify(sentence)).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lexical Tone Notation in Mandarin Corpora",
        "Argument status in Japanese verb sense disambiguation",
        "A vis-à-vis evaluation of Latin lexica: Corpus Annotatum",
        "Obituaries: Hiroshi Yamamoto",
      })
  void neverTakesAnEnglishTitleForAnotherLanguage(String title) {
    assertThat(Languages.identify(title)).isIn("en", null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "BERT",
        "Errata",
        "论文",
        "12 345 678 901 234 567 890 12.5 % 99 3,000 4,000",
        "x^2 + y^2 = z^2, a_i b_j - c_k <= f(x) g(y) h(z), p = q, E = m c^2, x + y + z = 1",
        "$\\alpha \\beta \\gamma \\delta \\epsilon \\leq \\frac{\\lambda}{\\omega} \\mathcal{L}$",
        "https://example.org/a/very/long/address/that/has/many/words/in/it/but/no/sentence",
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀",
      })
  void cannotTellWithoutWords(String text) {
    assertThat(Languages.identify(text)).isNull();
  }

  @Test
  void looksAtTheWordsAmongFormulas() {
    assertThat(Languages.identify(ENGLISH + " We have $O(n^2)$ and $\\alpha \\leq 5\\%$."))
        .isEqualTo("en");
  }

  @Test
  void looksAtTheBeginningOfALongText() {
    assertThat(Languages.identify(ENGLISH.repeat(6) + FRENCH.repeat(10_000))).isEqualTo("en");
    assertThat(Languages.identify("a" + "😀".repeat(1000))).isNull();
  }

  @Test
  void answersManyThreadsAtOnceAlike() throws Exception {
    Callable<String> question =
        () -> {
          for (int i = 0; i < 100; i++) {
            assertThat(Languages.identify(ENGLISH)).isEqualTo("en");
            assertThat(Languages.identify(FRENCH)).isEqualTo("fr");
          }
          return "done";
        };
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<String> answer :
          threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> question).toList())) {
        assertThat(answer.get()).isEqualTo("done");
      }
    }
  }
}
