package dev.akin.read.latex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.akin.Seed;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatexTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plain text|plain text",
        "{BERT} and {\\em more} \\textbf{bold}|BERT and more bold",
        "{\\\"o} \\\"{o} \\\"o {\\'{e}} \\' e|ö ö ö é é",
        "\\c{c} \\c c \\v{s} \\H{o} \\k a \\r{a} \\u{g} \\d{o} \\={a} \\.z|ç ç š ő ą å ğ ọ ā ż",
        "\\'{\\i} \\'\\i{} na{\\\"\\i}ve \\i|í í naïve ı",
        "{\\ss} \\ss{} {\\L}\\'od\\'z \\O re \\AE|ß ß Łódź Øre Æ",
        "\\\"{} x|x",
        "a--b --- c ``q''|a–b — c “q”",
        "50\\% \\& \\# \\_ \\$5 \\{x\\}|50% & # _ $5 {x}",
        "a~b\\ c\\,d\\\\e\\-f|a b c d ef",
        "$\\alpha_{i}^2 < \\frac{1}{2}$ in $O(n)$|αᵢ² < 1/2 in O(n)",
        "costs 5$ {or} so|costs 5$ or so",
        "$a \\$ b$ {c}|a $ b c",
        "TGF-\\beta 1|TGF-β1",
        "\\unknown{arg} \\ours x|arg \\ours x",
        "as~\\cite[p. 5]{x}. \\href{https://x.org/a_b}{Here}|as. Here",
        "a_b ^ 日本 😀 “q” <10% # &|a_b ^ 日本 😀 “q” <10% # &",
        "{{unbalanced|unbalanced",
        "}x\\|x",
        "\\LaTeX{} \\TeX\\ x|LaTeX TeX x",
      })
  void becomesPlainText(String latex, String plain) {
    assertThat(LatexText.of(latex)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "\\url{https://x.org/~a/b\\_c--d\\%20e},https://x.org/~a/b_c--d%20e",
    "https://x.org/{\\textasciitilde}a\\#b\\&c,https://x.org/~a#b&c",
  })
  void spellsALinkAsItIs(String latex, String link) {
    assertThat(LatexText.link(latex)).isEqualTo(link);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "$\\alpha$-helix, $O(n^2)$, $\\ell_2$, $\\sim$5, $k$NN|α-helix, O(n²), ℓ₂, ∼5, kNN",
        "$\\mathcal{L}_{\\text{CE}}$ in $\\mathbb{R}^d$ and $\\mathbb R^{d \\times d}$|L_CE in ℝᵈ and ℝ^(d×d)",
        "$\\frac{a}{b}$ $2\\frac12$ $\\frac{a+b}{\\sqrt{n}}$ $\\binom{n}{k}$|a/b 2 1/2 (a+b)/√n (n choose k)",
        "$x^{n+1}$ $10^{-3}$ $Ca^{2+}$ $A^\\top$ $90^\\circ$C $f'(x)$ $n^{th}$|x^(n+1) 10⁻³ Ca²⁺ A^⊤ 90°C f′(x) nth",
        "$\\sum_{i=1}^n x_i$ $\\max_{x} p$ $x_{\\rm max}y$|∑_(i=1)ⁿ xᵢ maxₓ p x_max y",
        "$O(n\\log n)$ $\\sin\\theta$ $\\operatorname*{argmin} x$|O(n log n) sin θ argmin x",
        "$a\\leq b$ $\\geq 5$ $3 \\times 3$ $a \\not= b$ $\\not\\in$ $a \\to b$|a ≤ b ≥5 3×3 a ≠ b ∉ a → b",
        "$\\hat{y}$ $\\bar x$ $\\overline{AB}$  $\\{a\\}$ $\\sqrt[3]{x+1}$|ŷ x̄ AB {a} ³√(x+1)",
        "$\\left( a \\right.$ $\\textit{T$_c$}$ $N{=}1$ $10{,}000$|( a T_c N=1 10,000",
        "$$E = mc^2$$ \\(x\\) \\[a \\ge b\\] 0$-$45 $+0.5$dB $ T $|E = mc² x a ≥ b 0-45 +0.5dB T",
        "$\\ours{x}$ $\\mymethod$ $\\stackrel{d}{=}$ $\\text{if }x$|x mymethod =ᵈ if x",
      })
  void readsFormulasOnALine(String latex, String plain) {
    assertThat(LatexText.of(latex)).isEqualTo(plain);
    assertThat(LatexText.mixed(latex)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\\emph{x} {\\em y} \\textbf{b \\textit{c}} \\it{d}|x y b c d",
        "G\\\"odel Poincar\\'e \\'{e} {\\\"o} Erd\\H{o}s Pawe{\\l} {\\ss} {\\c c}|Gödel Poincaré é ö Erdős Paweł ß ç",
        "10\\% of A \\& B, a\\_b, \\$5 and \\$6, \\#1, \\{a\\}|10% of A & B, a_b, $5 and $6, #1, {a}",
        "10\\times faster, TGF-\\beta 1, 5\\pm0.1, 360{\\deg}|10×faster, TGF-β 1, 5±0.1, 360°",
        "as in \\cite{a}, and~\\citep[p. 5][x]{b}.|as in, and.",
        "\\href{https://x.org/a_b}{Here} \\url{https://x.org/a\\_b~c}|Here https://x.org/a_b~c",
        "5\\textsuperscript{th} m\\textsuperscript{2} CO\\textsubscript{2}|5th m² CO₂",
        "\\textcolor{red}{x} \\unknown{y} a\\footnote{b} \\sqrt{2} \\SI{5}{ps}|x y a b √2 5ps",
        "3 km.\\ 5\\,km co\\-op \\unicode{x2014}|3 km. 5 km coop —",
      })
  void readsCertainLatexAmongText(String text, String plain) {
    assertThat(LatexText.mixed(text)).isEqualTo(plain);
    assertThat(LatexText.mixed(plain)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "costs $5 and $10, $5/$6, US$5-$10, $5k-$6k and $ 7",
        "at $100M to $1B, $5 per kg$ or $PATH:$HOME",
        "C:\\new\\table D:\\alpha\\beta \\\\server\\times src\\times\\alpha.txt",
        "{\"a\": 1} {\\\"a\\\": \\\"b\\\"} {BERT}",
        "don\\'t, the model\\'s, we\\'ll",
        "a_b x^2 ~10 50% <analyze> **bold** #1 & more -- ``q''",
        "\\d{3} \\w+ \\p{L} \\n\\n \\ours \\log \\o A \\ B and\\/or",
        "\\textbf{open, $x^{n$ and \\(y",
        "a\\",
        "$",
        "$$",
      })
  void leavesOtherTextAlone(String text) {
    assertThat(LatexText.mixed(text)).isEqualTo(text);
  }

  @Test
  void readsNorms() {
    assertThat(LatexText.mixed("$\\|x\\|_2 \\mid |x|$")).isEqualTo("‖x‖₂ | |x|");
  }

  @Test
  void givesPlainText() {
    assertThat(LatexText.mixed(" a\t b\n")).isEqualTo("a b");
    assertThat(LatexText.mixed(" $a\n +  b$ \\quad c ")).isEqualTo("a + b c");
  }

  @Test
  void readsGroupsOfAnyDepth() {
    String deep = "{".repeat(100_000) + "x" + "}".repeat(100_000);
    assertThat(LatexText.of(deep)).isEqualTo("x");
    assertThat(LatexText.mixed("\\emph" + deep)).hasSize(199_999);
    assertThat(LatexText.mixed("$" + deep + "$")).isEqualTo("$" + deep + "$");
    assertThat(LatexText.mixed("$" + "\\sqrt".repeat(800) + "x$")).startsWith("$");
    assertThat(LatexText.mixed("\\emph{".repeat(100_000) + "x" + "}".repeat(100_000)))
        .isEqualTo("x");
  }

  @Test
  void readsWhateverMutationsMake() {
    String seedText =
        "We {\\em show} \\textbf{that} $\\frac{a_1}{\\sqrt[3]{b}} \\leq \\mathbb{R}^{d}$ is \\'{e}"
            + " \\(x\\) \\href{u}{t} \\cite[p]{k} 5\\% $$x$$ \\textsuperscript{2} \\SI{1}{m}"
            + " \\unicode{x41} 😀 \\\"o";
    String signs = "\\{}$^_[]()~ \"'a1😀";
    Random random = Seed.random();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(seedText);
      for (int changes = random.nextInt(1, 8); changes > 0; changes--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
          default -> text.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
        }
      }
      String mutant = text.toString();
      assertThatCode(
              () -> {
                LatexText.of(mutant);
                LatexText.mixed(mutant);
              })
          .as("seed %d, mutation %d: %s", Seed.ofRun(), i, mutant)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void takesTimeInProportionToTheLength() {
    List<String> hostile =
        List.of(
            "{",
            "}",
            "\\",
            "$",
            "\\$",
            "\\'",
            "\\c ",
            "-",
            "\\x{",
            "$\\$",
            "\\{$^_",
            "${",
            "$x^{",
            "\\(",
            "\\(\\[",
            "\\emph{",
            "\\textsuperscript{",
            "\\frac{",
            "\\url{",
            "\\cite[",
            "[a]",
            "\\alpha",
            "\\hat{a}",
            "$a b$ ",
            "$\\sqrt",
            "$a ",
            "\\\\a",
            "a:\\b",
            "\\\"");
    for (String part : hostile) {
      String text = part.repeat((1 << 20) / part.length());
      assertThatCode(
              () -> {
                LatexText.of(text);
                LatexText.mixed(text);
              })
          .as(part)
          .doesNotThrowAnyException();
    }
  }
}
