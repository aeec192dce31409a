package dev.akin.write.list;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Formulas in plain text, as in `runs in $O(n \log n)$ time`.
///
/// Two dollars enclose a formula by the rule of Pandoc's `tex_math_dollars`: no space after the
/// first and before the second, and no digit after the second. So `$5 and $6` are prices. A formula
/// is harmless if all its commands only print something and its braces match. Other commands could
/// read files or redefine what follows, even hidden by `^^`.
final class DollarFormula {
  private static final Pattern FORMULA =
      Pattern.compile("\\$(?![\\s$])([^$]{1,1000}+)(?<!\\s)\\$(?!\\d)");

  private static final Pattern COMMAND = Pattern.compile("\\\\(?:([A-Za-z]+)|(.?))");
  private static final Pattern FORBIDDEN = Pattern.compile("[%#&]|\\^\\s*\\^");
  private static final String SYMBOLS = ",;:! |{}_%&#";

  private static final Set<String> COMMANDS =
      words(
          """
          alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu
          xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta
          Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega aleph hbar ell Re Im wp partial infty prime
          emptyset varnothing nabla angle triangle forall exists nexists neg lnot top bot square
          sum prod coprod int iint iiint oint bigcap bigcup bigvee bigwedge bigoplus bigotimes
          pm mp times div ast star circ bullet cdot cap cup uplus sqcap sqcup vee wedge setminus wr
          diamond oplus ominus otimes oslash odot dagger ddagger land lor
          le leq leqslant ge geq geqslant ne neq ll gg prec preceq succ succeq sim simeq approx cong
          equiv propto asymp doteq subset subseteq subsetneq supset supseteq in ni notin mid nmid
          parallel perp vdash dashv models lesssim gtrsim triangleq trianglelefteq not
          to gets leftarrow rightarrow leftrightarrow Leftarrow Rightarrow Leftrightarrow mapsto
          longrightarrow longleftarrow longmapsto hookrightarrow uparrow downarrow rightleftharpoons
          implies iff leadsto
          log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh min max inf sup
          lim liminf limsup arg det dim gcd hom ker deg Pr bmod pmod mod
          frac dfrac tfrac binom sqrt hat widehat tilde widetilde bar overline underline vec dot ddot
          check breve acute grave overbrace underbrace stackrel overset underset
          mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr boldsymbol bm text
          textrm textbf textit textsc textsf texttt textnormal operatorname mbox rm bf it cal sf tt
          ldots cdots vdots ddots dots left right big Big bigg Bigg bigl bigr Bigl Bigr
          langle rangle lfloor rfloor lceil rceil lvert rvert lVert rVert vert Vert lbrace rbrace
          backslash quad qquad limits nolimits displaystyle textstyle degree
          """);

  private DollarFormula() {}

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+", -1));
  }

  /// The position after the second dollar of the formula that begins at `start`; `start` if no
  /// formula begins there.
  static int end(String text, int start) {
    Matcher formula = FORMULA.matcher(text).region(start, text.length());
    return formula.lookingAt() && isHarmless(formula.group(1)) ? formula.end() : start;
  }

  private static boolean isHarmless(String formula) {
    Matcher command = COMMAND.matcher(formula);
    while (command.find()) {
      String name = command.group(1);
      String symbol = command.group(2);
      if (name == null ? symbol.isEmpty() || !SYMBOLS.contains(symbol) : !COMMANDS.contains(name)) {
        return false;
      }
    }
    String uncommanded = COMMAND.matcher(formula).replaceAll("");
    return !FORBIDDEN.matcher(uncommanded).find()
        && isBalanced(uncommanded)
        && isBalanced(formula); // to BibTeX, braces after a backslash are braces
  }

  private static boolean isBalanced(String formula) {
    int depth = 0;
    for (int i = 0; i < formula.length() && depth >= 0; i++) {
      char c = formula.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    return depth == 0;
  }
}
