package dev.akin.serve;

import dev.akin.base.Printable;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.PaperId;
import dev.akin.report.ReportMap;
import dev.akin.serve.guard.RefusedRequest;
import dev.akin.serve.monitor.Routes;
import dev.akin.serve.page.Pages;
import dev.akin.serve.request.Parameters;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The map of a report, and what its page needs. No other file of the report is served.
final class MapRoutes {
  /// The page's script asks this service for the nearest papers.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final PaperIndex index;
  private final @Nullable ReportMap map;
  private volatile @Nullable SentPage last;

  /// @param map absent if there is none
  MapRoutes(PaperIndex index, @Nullable ReportMap map) {
    this.index = index;
    this.map = map;
  }

  void addTo(RoutesConfig routes) {
    Routes.get(routes, "/map", this::page);
    if (map != null) {
      Routes.get(routes, "/map/paper", MapRoutes::paper);
      Routes.file(routes, "/map/map.js", "text/javascript; charset=utf-8", ReportMap.script());
      Routes.file(routes, "/map/map.css", "text/css; charset=utf-8", ReportMap.style());
      Routes.file(routes, "/map/map.png", "image/png", map.picture());
      for (int piece = 0; piece < map.pieces().size(); piece++) {
        Routes.file(
            routes,
            "/map/data/titles-" + piece + ".js",
            "text/javascript; charset=utf-8",
            map.pieces().get(piece));
      }
    }
  }

  private void page(Context context) {
    Parameters.of(context, Set.of());
    if (map == null) {
      throw new RefusedRequest(
          404,
          "this service has no map. Make one with akin report --index INDEX --out REPORT, and start"
              + " the service with akin serve --index INDEX --report REPORT");
    }
    SentPage page = page(note(map));
    context
        .header("Content-Security-Policy", POLICY)
        .header("Cache-Control", "no-cache")
        .header("ETag", page.tag.value());
    if (page.tag.isAmong(context.header("If-None-Match"))) {
      context.status(HttpStatus.NOT_MODIFIED);
    } else {
      context.contentType("text/html; charset=utf-8").result(page.bytes);
    }
  }

  /// The page with a note. It is made again only if the note changes, with a commit.
  private SentPage page(String note) {
    SentPage known = last;
    if (known == null || !known.note.equals(note)) {
      known = new SentPage(Objects.requireNonNull(map), note);
      last = known;
    }
    return known;
  }

  /// What the reader should know of the map's age; empty if it is of the version that is served.
  private String note(ReportMap of) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      IndexInfo now = snapshot.info();
      if (of.build().equals(now.build()) && of.commit() == now.commit()) {
        return "";
      }
      return "Map of " + DAY.format(of.day()) + ". " + since(now.papers() - of.papers());
    }
  }

  private static String since(int more) {
    if (more == 0) {
      return "The index has changed since; some papers may not be on it.";
    }
    return "Since then the index has "
        + (more > 0
            ? Printable.count(more, "more paper")
            : Printable.count(-more, "paper") + " fewer")
        + ".";
  }

  /// Leads to a paper's own page.
  private static void paper(Context context) {
    Parameters parameters = Parameters.of(context, Set.of("id"));
    PaperId id = parameters.one("id", PaperId::new);
    if (id == null) {
      throw RefusedRequest.badRequest("id", "is missing");
    }
    context.redirect(Pages.addressOf(id), HttpStatus.FOUND);
  }

  /// The page as it is sent. It owns the array: nobody else changes it.
  private static final class SentPage {
    private final String note;
    private final byte[] bytes;
    private final EntityTag tag;

    SentPage(ReportMap map, String note) {
      this.note = note;
      this.bytes = map.page(note.isEmpty() ? null : note);
      this.tag = EntityTag.of(bytes);
    }
  }
}
