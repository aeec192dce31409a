package dev.akin.digest;

import dev.akin.digest.list.Digest;
import dev.akin.digest.list.DigestList;
import dev.akin.digest.list.DigestPaper;
import dev.akin.digest.list.DigestWindow;
import dev.akin.digest.page.DigestLook;
import dev.akin.digest.page.DigestPages;
import dev.akin.digest.state.GivenDigest;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.write.list.Lists;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// Digests to write and to give.
public final class DigestSamples {
  public static final LocalDate DAY = LocalDate.parse("2026-05-26");
  public static final Instant TIME = Instant.parse("2026-05-26T03:30:00Z");
  public static final DigestLook LOOK = new DigestLook("New papers", null);

  /// Markup, quotation marks, line breaks of headers, marks that turn text around.
  public static final String HOSTILE =
      "</h3><script>alert(1)</script> [x](javascript:y) \"'&\r\nBcc: spy@example.org\u202E \uD835\uDC00";

  private DigestSamples() {}

  public static Paper paper(String id, String title) {
    return new Paper(
        new PaperId(id),
        title,
        "An abstract of " + title + ".",
        List.of("Ada Lovelace", "Žofie Černá"),
        PublicationDate.parse("2026-05-25"),
        List.of("cs.CL"),
        "https://example.org/" + id,
        null);
  }

  /// A digest with one list of papers that have these titles.
  public static Digest digest(String... titles) {
    List<DigestPaper> papers =
        Stream.of(titles)
            .map(title -> paper("p" + Integer.toHexString(title.hashCode()), title))
            .map(paper -> new DigestPaper(paper, List.of(), "An entry of the library"))
            .toList();
    return new Digest(
        DAY,
        new DigestWindow(PublicationDate.parse("2026-04-26")),
        papers.isEmpty() ? List.of() : List.of(new DigestList("“a search”", null, papers, 3)),
        List.of(),
        Lists.INDEX);
  }

  /// The same, ready to be given.
  public static GivenDigest given(String messageId, String... titles) {
    Digest digest = digest(titles);
    return new GivenDigest(
        messageId, TIME, DAY, null, digest.ids(), new DigestPages().render(digest, LOOK));
  }
}
