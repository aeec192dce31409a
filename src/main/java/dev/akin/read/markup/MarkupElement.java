package dev.akin.read.markup;

import java.util.Locale;
import java.util.Set;

/// What the elements of HTML, JATS and MathML do to the text that is in them.
final class MarkupElement {
  /// Elements that stand alone, and those whose end is often left out.
  private static final Set<String> ALONE =
      Set.of(
          "br",
          "hr",
          "wbr",
          "img",
          "inline-graphic",
          "graphic",
          "break",
          "p",
          "li",
          "div",
          "mspace",
          "none",
          "mprescripts");

  /// Elements that begin a new line, so that words on their two sides are two words.
  private static final Set<String> BLOCKS =
      Set.of(
          "abstract",
          "blockquote",
          "br",
          "break",
          "center",
          "dd",
          "div",
          "dl",
          "dt",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "heading",
          "hr",
          "label",
          "li",
          "list",
          "list-item",
          "ol",
          "p",
          "para",
          "pre",
          "sec",
          "table",
          "tbody",
          "td",
          "th",
          "thead",
          "title",
          "tr",
          "ul");

  private static final Set<String> HEADINGS =
      Set.of("title", "heading", "h1", "h2", "h3", "h4", "h5", "h6");

  /// Elements whose text is said elsewhere once more, or is not for readers.
  private static final Set<String> HIDDEN =
      Set.of("annotation", "annotation-xml", "script", "style");

  private static final Set<String> RAISED = Set.of("sup", "superscript");
  private static final Set<String> LOWERED = Set.of("sub", "inf", "subscript");
  private static final Set<String> TEX = Set.of("tex", "tex-math");

  private static final Set<String> OTHERS =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "b",
          "big",
          "bold",
          "cite",
          "code",
          "del",
          "dfn",
          "em",
          "email",
          "emphasis",
          "ext-link",
          "font",
          "formula",
          "i",
          "inf",
          "inline-formula",
          "disp-formula",
          "alternatives",
          "ins",
          "italic",
          "kbd",
          "mark",
          "monospace",
          "named-content",
          "overline",
          "q",
          "roman",
          "s",
          "samp",
          "sc",
          "scp",
          "small",
          "span",
          "strike",
          "strong",
          "styled-content",
          "sub",
          "subscript",
          "sup",
          "superscript",
          "tex",
          "tex-math",
          "tt",
          "u",
          "underline",
          "uri",
          "var",
          "xref",
          "math",
          "menclose",
          "mfenced",
          "mfrac",
          "mi",
          "mmultiscripts",
          "mn",
          "mo",
          "mover",
          "mpadded",
          "mphantom",
          "mroot",
          "mrow",
          "ms",
          "msqrt",
          "mstyle",
          "msub",
          "msubsup",
          "msup",
          "mtable",
          "mtd",
          "mtext",
          "mtr",
          "munder",
          "munderover",
          "semantics");

  /// Prefixes of names with which a tag is certainly one.
  private static final Set<String> PREFIXES = Set.of("jats", "mml", "m", "xhtml", "ce", "sb");

  private MarkupElement() {}

  /// Whether a name in a tag is that of an element.
  ///
  /// @param name in any case, perhaps with a prefix
  static boolean isKnown(String name) {
    String local = local(name);
    return isCertain(name)
        || ALONE.contains(local)
        || BLOCKS.contains(local)
        || HIDDEN.contains(local)
        || OTHERS.contains(local);
  }

  /// Whether a tag with this name needs no other that begins or ends its element.
  static boolean isCertain(String name) {
    int colon = name.indexOf(':');
    return colon > 0 && PREFIXES.contains(name.substring(0, colon).toLowerCase(Locale.ROOT));
  }

  static boolean standsAlone(String name) {
    return ALONE.contains(local(name));
  }

  static boolean isBlock(String name) {
    return BLOCKS.contains(local(name));
  }

  static boolean isHeading(String name) {
    return HEADINGS.contains(local(name));
  }

  static boolean isHidden(String name) {
    return HIDDEN.contains(local(name));
  }

  static boolean isRaised(String name) {
    return RAISED.contains(local(name));
  }

  static boolean isLowered(String name) {
    return LOWERED.contains(local(name));
  }

  /// Whether it says once more in LaTeX what MathML says beside it, if both are alternatives.
  static boolean isTex(String name) {
    return TEX.contains(local(name));
  }

  /// The name without its prefix, in lower case.
  static String local(String name) {
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }
}
