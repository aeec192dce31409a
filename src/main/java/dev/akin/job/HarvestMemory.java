package dev.akin.job;

import dev.akin.harvest.HarvestPage;
import dev.akin.harvest.HarvestRequest;
import dev.akin.index.PaperIndexWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// How far a harvest is, noted with each commit of the index, so that it is never further than what
/// the index holds.
///
/// A request is asked for again from two days before it was answered last, because servers stamp a
/// record when they make it and show it a while later: what comes twice costs nothing. One with an
/// end is always asked for as it is.
final class HarvestMemory {
  private static final int DAY = 10;
  private static final int OVERLAP_DAYS = 2;

  private final PaperIndexWriter writer;
  private final HarvestRequest request;

  HarvestMemory(PaperIndexWriter writer, HarvestRequest request) {
    this.writer = writer;
    this.request = request;
  }

  private String name(String fact) {
    return "harvest %s of %s %s set=%s from=%s until=%s"
        .formatted(
            fact, request.url(), request.prefix(), request.set(), request.from(), request.until());
  }

  /// The token to go on with where an earlier run was stopped; absent to begin.
  @Nullable String token() {
    return writer.note(name("token"));
  }

  /// What to ask for: what has changed since the request was answered to its end.
  HarvestRequest next() {
    String since = writer.note(name("since"));
    return since == null || request.until() != null
        ? request
        : new HarvestRequest(request.url(), request.set(), request.prefix(), since, null);
  }

  /// A page is in the index; the next commit says so.
  void read(HarvestPage page) {
    if (writer.note(name("began")) == null && page.responseDate().length() >= DAY) {
      writer.note(name("began"), overlapping(page.responseDate().substring(0, DAY)));
    }
    writer.note(name("token"), page.token());
    if (page.token() == null) {
      String began = writer.note(name("began"));
      writer.note(name("since"), began == null ? writer.note(name("since")) : began);
      writer.note(name("began"), null);
    }
  }

  private static @Nullable String overlapping(String day) {
    try {
      return LocalDate.parse(day).minusDays(OVERLAP_DAYS).toString();
    } catch (DateTimeParseException e) {
      // Then everything is asked for again.
      return null;
    }
  }

  /// The server does not know the token any more.
  void beginAnew() {
    writer.note(name("token"), null);
    writer.note(name("began"), null);
  }
}
