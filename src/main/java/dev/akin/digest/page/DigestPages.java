package dev.akin.digest.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheFactory;
import dev.akin.base.Printable;
import dev.akin.base.WrappedText;
import dev.akin.digest.list.Digest;
import dev.akin.write.text.MarkdownText;
import dev.akin.write.text.ShortText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the pages of digests from templates. No page needs another file, a script or a network.
/// What papers say is text in all of them, whatever characters it has.
///
/// @hidden public for its own room only
public final class DigestPages {
  private static final String TEMPLATES = "dev/akin/digest/page";

  /// Lines of plain text, as mail readers show them without breaking them again.
  private static final int COLUMNS = 76;

  private static final int SUBJECT_CHARS = 60;

  /// In front of a list, a paper, and what belongs to it.
  private static final Pattern SIGN = Pattern.compile("^(== |\\* | +)");

  private final MustacheFactory html = new DefaultMustacheFactory(TEMPLATES);
  private final MustacheFactory text = templates(Printable::all);
  private final MustacheFactory markdown = templates(MarkdownText::escaped);

  /// A digest in all its forms.
  ///
  /// @param digest not empty
  public RenderedDigest render(Digest digest, DigestLook look) {
    DigestView view = DigestView.of(digest, look);
    return new RenderedDigest(
        subject(digest, look),
        wrapped(fill(text, "digest-text.mustache", view)),
        fill(html, "digest.mustache", view),
        fill(markdown, "digest-markdown.mustache", view),
        DigestJson.of(digest, look) + "\n");
  }

  /// Such as `New papers: Attention Is All You Need and 6 more`.
  private static String subject(Digest digest, DigestLook look) {
    String first = ShortText.of(digest.papers().getFirst().paper().titleOrId(), SUBJECT_CHARS);
    int more = digest.papers().size() - 1;
    return Printable.all(look.title() + ": " + first + (more == 0 ? "" : " and " + more + " more"));
  }

  private static String fill(MustacheFactory templates, String name, DigestView view) {
    StringWriter page = new StringWriter();
    templates.compile(name).execute(page, view);
    return page.toString();
  }

  private static String wrapped(String page) {
    return page.lines().flatMap(DigestPages::wrappedLine).collect(Collectors.joining());
  }

  /// What continues a line begins below its first letter.
  private static Stream<String> wrappedLine(String line) {
    Matcher sign = SIGN.matcher(line);
    int indent = sign.find() ? sign.end() : 0;
    List<String> parts = WrappedText.of(line.substring(indent).strip(), COLUMNS - indent);
    return Stream.concat(
            Stream.of(line.substring(0, indent) + parts.getFirst()),
            parts.stream().skip(1).map(part -> " ".repeat(indent) + part))
        .map(each -> each.stripTrailing() + "\n");
  }

  /// Templates of another language than HTML.
  private static MustacheFactory templates(UnaryOperator<String> escape) {
    return new DefaultMustacheFactory(TEMPLATES) {
      @Override
      public void encode(String value, Writer writer) {
        try {
          writer.write(escape.apply(value));
        } catch (IOException e) {
          throw new MustacheException(e);
        }
      }
    };
  }
}
