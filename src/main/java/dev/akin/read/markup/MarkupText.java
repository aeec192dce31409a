package dev.akin.read.markup;

import dev.akin.paper.PlainText;
import dev.akin.read.latex.LatexText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Turns a text that may contain HTML, JATS or MathML into plain text: `CO<sub>2</sub> &amp; <i>E.
/// coli</i>` into `CO₂ & E. coli`. Markup that was escaped once too often is read, too.
///
/// What is not certainly markup stays: unknown elements such as `<analyze>`, signs such as `a<b and
/// c>d` or `p<0.05`, and tags of which the text has only one, as in `the <b> tag`. Written by hand,
/// because parsers of HTML take all of these for elements; jsoup decodes the entities.
public final class MarkupText {
  private static final int MAX_ROUNDS = 3;

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});");

  private static final Pattern TAG =
      Pattern.compile(
          "<!--[^<>]{0,2000}+>|<(/?)((?:[A-Za-z][\\w.-]{0,20}:)?[A-Za-z][A-Za-z0-9-]{0,30})"
              + "(?:\\s+[\\w:.-]{1,60}\\s*=\\s*(?:\"[^\"<>]*+\"|'[^'<>]*+'|[^\\s\"'<>=]++)){0,20}\\s*(/?)>",
          Pattern.DOTALL);

  private static final String CDATA = "<![CDATA[";
  private static final Set<String> HEADINGS_OF_ABSTRACTS = Set.of("abstract", "summary");

  private final String text;
  private final StringBuilder plain = new StringBuilder();

  /// Where the alternatives end among which there is MathML.
  private int endOfAlternatives;

  private MarkupText(String text) {
    this.text = text;
  }

  /// The plain text of a field, in the form of [PlainText].
  public static String of(String text) {
    String now = text;
    for (int round = 0; round < MAX_ROUNDS && hasSigns(now); round++) {
      String before = now;
      now = decoded(withoutTags(now));
      if (now.equals(before)) {
        break;
      }
    }
    return PlainText.of(hasSigns(now) ? withoutTags(now) : now);
  }

  /// The plain text of a field that is all LaTeX, with markup in it.
  public static String ofLatex(String latex) {
    return of(LatexText.of(latex));
  }

  private static boolean hasSigns(String text) {
    return text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
  }

  private static String decoded(String text) {
    return text.indexOf('&') < 0
        ? text
        : ENTITY
            .matcher(text)
            .replaceAll(
                entity -> Matcher.quoteReplacement(Parser.unescapeEntities(entity.group(), true)));
  }

  private static String withoutTags(String text) {
    if (text.indexOf('<') < 0) {
      return text;
    }
    String all = text.contains(CDATA) ? text.replace(CDATA, "").replace("]]>", "") : text;
    List<Tag> tags = tags(all);
    return tags.isEmpty() ? all : new MarkupText(all).without(tags);
  }

  /// The tags that are certainly markup, in their order.
  private static List<Tag> tags(String text) {
    List<Tag> tags = new ArrayList<>();
    Map<String, Deque<Tag>> open = new HashMap<>();
    Matcher matcher = TAG.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(2);
      if (name != null && !MarkupElement.isKnown(name)) {
        continue;
      }
      Tag tag = new Tag(matcher.start(), matcher.end(), name == null ? "" : name);
      tags.add(tag);
      if (name == null || !matcher.group(3).isEmpty()) {
        tag.certain = true;
        continue;
      }
      tag.certain = MarkupElement.isCertain(name) || MarkupElement.standsAlone(name);
      Deque<Tag> same =
          open.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayDeque<>());
      if (matcher.group(1).isEmpty()) {
        same.push(tag);
      } else if (!same.isEmpty()) {
        Tag start = same.pop();
        start.certain = true;
        start.endOfElement = tag.start;
        tag.certain = true;
      }
    }
    tags.removeIf(tag -> !tag.certain);
    return tags;
  }

  private String without(List<Tag> tags) {
    int position = 0;
    for (Tag tag : tags) {
      if (tag.start < position) {
        continue; // within an element that was left out or taken whole
      }
      plain.append(text, position, tag.start);
      position = tag.end;
      if (MarkupElement.isBlock(tag.name)) {
        plain.append(' ');
      }
      if (tag.endOfElement >= 0) {
        position = element(tag, text.substring(tag.end, tag.endOfElement));
      }
    }
    return plain.append(text, position, text.length()).toString();
  }

  /// Begins an element.
  ///
  /// @return where to read on: after its content, if that was taken as a whole
  private int element(Tag tag, String content) {
    if (MarkupElement.local(tag.name).equals("alternatives") && content.contains("math>")) {
      endOfAlternatives = content.contains("<tex") ? tag.endOfElement : 0;
    }
    boolean saidTwice = MarkupElement.isTex(tag.name) && tag.start < endOfAlternatives;
    if (saidTwice || MarkupElement.isHidden(tag.name) || isHeadingOfAbstract(tag, content)) {
      return tag.endOfElement;
    }
    String index = index(tag.name, content.strip());
    if (index != null) {
      plain.append(index);
      return tag.endOfElement;
    }
    return tag.end;
  }

  /// An upper or lower index in characters that are raised or lowered; null if the element is none,
  /// or there are no such characters.
  private static @Nullable String index(String name, String content) {
    if (MarkupElement.isRaised(name)) {
      return LatexText.raised(content);
    }
    return MarkupElement.isLowered(name) ? LatexText.lowered(content) : null;
  }

  private boolean isHeadingOfAbstract(Tag tag, String content) {
    return MarkupElement.isHeading(tag.name)
        && plain.toString().isBlank()
        && HEADINGS_OF_ABSTRACTS.contains(
            content.strip().toLowerCase(Locale.ROOT).replaceAll("[.:]$", ""));
  }

  /// A tag in the text.
  private static final class Tag {
    private final int start;
    private final int end;
    private final String name;
    private boolean certain;

    /// Where the tag begins that ends its element; -1 if there is none, or this is one.
    private int endOfElement = -1;

    Tag(int start, int end, String name) {
      this.start = start;
      this.end = end;
      this.name = name;
    }
  }
}
