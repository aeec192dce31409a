package dev.akin.read.format.json;

import dev.akin.base.Printable;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PlainText;
import dev.akin.paper.PublicationDate;
import dev.akin.read.format.json.DailyPapersLine.MonthDay;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.RecordReader;
import dev.akin.read.value.TitleSlug;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the text of Daily Papers pages. Blank lines mean nothing; the others are
///
///     page    = { chrome | date } { paper }
///     paper   = title abstract [ byline "·" date ]
///
/// A page may follow a page. If a title or an abstract is missing, the length and the full stop tell
/// one from the other, so that no title gets the abstract of another; the text that is left over is
/// skipped.
///
/// @hidden public for its own room only
public final class DailyPapers implements RecordReader {
  private static final int MAX_BYLINE_CHARS = 120;

  private final LineReader lines;
  private final @Nullable Integer year;

  /// Lines that were read ahead, two at most.
  private final Deque<Line> ahead = new ArrayDeque<>(2);

  private Line title = Line.NONE;

  /// @param year of dates without a year; if null, these dates are dropped
  public DailyPapers(LineReader lines, @Nullable Integer year) {
    this.lines = lines;
    this.year = year;
  }

  @Override
  public Line line() {
    return title;
  }

  @Override
  public @Nullable Paper next() throws BadRecordException, IOException {
    boolean glued = skipChrome();
    Line first = take();
    if (first == null) {
      return null;
    }
    title = first;
    if (first.content().length() > DailyPapersLine.MAX_TITLE_CHARS) {
      metadata();
      throw new BadRecordException(
          "%s where a title should be: an abstract without a title?"
              .formatted(Printable.count(first.content().length(), "character")));
    }
    Line body = isAbstract() ? take() : null;
    MonthDay date = metadata();
    String text = title(first.text(), glued);
    if (text.isEmpty()) {
      throw new BadRecordException("a title of invisible characters");
    }
    if (body == null) {
      throw new BadRecordException("a title without an abstract: " + Printable.quote(text));
    }
    return paper(text, PlainText.of(body.text()), date(date));
  }

  /// Skips what stands between papers.
  ///
  /// @return whether the word `Subscribe` may be glued to the next title
  private boolean skipChrome() throws IOException {
    boolean invited = false;
    for (Line line = peek(); line != null && isBetweenPapers(line); line = peek()) {
      invited = DailyPapersLine.isInvitation(line.content());
      take();
    }
    return invited;
  }

  private static boolean isBetweenPapers(Line line) {
    return DailyPapersLine.isChrome(line.content()) || DailyPapersLine.isMetadata(line.content());
  }

  /// Whether a line names an author and an organization, which only the line after it shows.
  private boolean isByline(Line line) throws IOException {
    Line second = peekSecond();
    return second != null
        && line.content().length() <= MAX_BYLINE_CHARS
        && DailyPapersLine.isSeparator(second.content());
  }

  private boolean isAbstract() throws IOException {
    Line line = peek();
    return line != null
        && !isBetweenPapers(line)
        && !isByline(line)
        && (line.fault() != null || DailyPapersLine.isProse(line.content()));
  }

  private @Nullable MonthDay metadata() throws IOException {
    MonthDay date = null;
    for (Line line = peek(); date == null && line != null; line = peek()) {
      if (!DailyPapersLine.isMetadata(line.content()) && !isByline(line)) {
        return null;
      }
      date = DailyPapersLine.date(line.content());
      take();
    }
    return date;
  }

  private @Nullable PublicationDate date(@Nullable MonthDay date) throws BadRecordException {
    if (date == null) {
      return null;
    }
    Integer ofYear = date.year() == null ? year : date.year();
    if (ofYear == null) {
      return null;
    }
    try {
      return new PublicationDate(ofYear, date.month(), date.day());
    } catch (IllegalArgumentException e) {
      throw new BadRecordException("no such date: " + e.getMessage());
    }
  }

  private static String title(String line, boolean glued) {
    String text = PlainText.of(line);
    return glued && text.startsWith(DailyPapersLine.SUBSCRIBE)
        ? text.substring(DailyPapersLine.SUBSCRIBE.length()).strip()
        : text;
  }

  private static Paper paper(String title, String text, @Nullable PublicationDate date) {
    PaperId id = new PaperId(TitleSlug.of(title));
    return new Paper(id, title, text, List.of(), date, List.of(), null, null);
  }

  private @Nullable Line peek() throws IOException {
    look(1);
    return ahead.peekFirst();
  }

  private @Nullable Line peekSecond() throws IOException {
    look(2);
    return ahead.size() < 2 ? null : ahead.peekLast();
  }

  private @Nullable Line take() throws IOException {
    look(1);
    return ahead.pollFirst();
  }

  private void look(int count) throws IOException {
    while (ahead.size() < count) {
      Line line = lines.next();
      if (line == null) {
        return;
      }
      if (!line.isBlank()) {
        ahead.addLast(line);
      }
    }
  }
}
