package dev.akin.report.paper;

import static dev.akin.write.text.MarkdownText.escaped;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of a paper as Markdown (CommonMark). Characters in the paper's texts that mean
/// something in Markdown are escaped.
final class PaperMarkdown {
  private final StringBuilder text = new StringBuilder();

  private PaperMarkdown() {}

  static String of(PaperPage page) {
    PaperMarkdown markdown = new PaperMarkdown();
    markdown.write(page);
    return markdown.text.toString();
  }

  private void write(PaperPage page) {
    paragraph("# " + escaped(page.title()));
    paragraph(facts(page.facts()));
    if (page.link() != null) {
      paragraph(link("Read the paper", page.link()));
    }
    if (!page.abstractText().isBlank()) {
      paragraph(escaped(page.abstractText()));
    }
    if (page.topic() != null) {
      paragraph(
          "Topic: "
              + link(escaped(page.topic().label()), "../topics.html#topic-" + page.topic().id()));
    }
    if (page.hasWorks()) {
      paragraph("## Same work");
      for (PaperPage.OfWork work : page.works()) {
        text.append("- ").append(entry(work.entry())).append("  \n  ");
        text.append(escaped(work.evidence())).append('\n');
      }
      text.append('\n');
    }
    paragraph("## Nearest papers");
    if (page.scores() != null) {
      paragraph(page.scores());
    }
    for (PaperPage.Related related : page.neighbors()) {
      text.append(related.rank()).append(". ").append(entry(related.entry()));
      text.append(" **").append(related.score()).append("**\n");
      for (String reason : related.reasons()) {
        text.append("   - ").append(escaped(reason)).append('\n');
      }
    }
    if (page.nothing() != null) {
      paragraph(page.nothing());
    }
    text.append("\n---\n\n").append(escaped(page.provenance().line())).append('\n');
  }

  private void paragraph(String line) {
    text.append(line).append("\n\n");
  }

  private static String entry(PaperPage.Entry entry) {
    String title = escaped(entry.title());
    String href = entry.href();
    return (href == null ? title : link(title, href)) + ", " + facts(entry.facts());
  }

  private static String facts(List<String> facts) {
    return escaped(String.join(" · ", facts));
  }

  private static String link(String text, @Nullable String href) {
    return "[" + text + "](<" + href + ">)";
  }
}
