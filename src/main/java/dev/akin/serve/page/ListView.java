package dev.akin.serve.page;

import dev.akin.index.store.Facets;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Paper;
import dev.akin.paper.Period;
import dev.akin.paper.PublicationDate;
import dev.akin.serve.request.Address;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// The page that lists papers by date.
///
/// @param heading what the list is
/// @param count how many papers it has; absent if there are none
/// @param newer the next period that has papers; absent on the newest, and if all are listed
/// @param older the period before that has papers; absent on the oldest, and if all are listed
/// @param lessExact papers of the year of which only the year is known, if the list is of a part of
///   it; absent if there are none
/// @param groups the papers, by date
/// @param next the address of the next page; absent on the last
record ListView(
    String heading,
    @Nullable String count,
    @Nullable Link newer,
    @Nullable Link older,
    @Nullable Link lessExact,
    List<DateGroup> groups,
    @Nullable String next,
    Calendar calendar,
    FilterView filters) {
  /// The papers of one date.
  ///
  /// @param href the list of that date; absent where it is that list
  /// @param count how many papers the date has
  record DateGroup(String name, @Nullable String href, String count, List<PaperItem> papers) {
    /// Whether the page's heading says its name already.
    boolean isHeading() {
      return href == null && !count.isEmpty();
    }
  }

  /// A page of a list.
  static ListView of(Browsing browsing, Address asked, IndexSnapshot snapshot, PageWriter page) {
    return new Maker(
            browsing,
            asked,
            snapshot,
            snapshot.contents().dates(browsing.filter()),
            browsing.page(snapshot),
            page)
        .view();
  }

  private record Maker(
      Browsing browsing,
      Address asked,
      IndexSnapshot snapshot,
      SortedMap<PublicationDate, Integer> dates,
      Page part,
      PageWriter page) {
    ListView view() {
      Facets facets = snapshot.contents().facets(browsing.effective());
      Period period = browsing.period();
      return new ListView(
          heading(period),
          facets.papers() == 0 ? null : page.messages().text("nPapers", facets.papers()),
          period == null ? null : neighbor(newer(period), period),
          period == null ? null : neighbor(older(period), period),
          lessExact(period),
          groups(),
          part.next() == null ? null : next(part.next().toString()),
          Calendar.of(dates, period, asked, page),
          FilterView.of(facets, asked, FilterView.Years.IN_CALENDAR, page));
    }

    private String heading(@Nullable Period period) {
      return period == null ? page.messages().text("newestPapers") : page.dates().of(period);
    }

    private String next(String position) {
      return page.links().to(asked.with("after", position));
    }

    /// The first day after a period that a paper of the same exactness has.
    private @Nullable LocalDate newer(Period period) {
      return dates.keySet().stream()
          .filter(date -> date.earliest().isAfter(period.last()))
          .filter(date -> fits(date, period))
          .map(PublicationDate::earliest)
          .min(Comparator.naturalOrder())
          .orElse(null);
    }

    private @Nullable LocalDate older(Period period) {
      return dates.keySet().stream()
          .filter(date -> date.latest().isBefore(period.first()))
          .filter(date -> fits(date, period))
          .map(PublicationDate::earliest)
          .max(Comparator.naturalOrder())
          .orElse(null);
    }

    private static boolean fits(PublicationDate date, Period period) {
      return Period.of(period.unit(), date.earliest()).contains(date);
    }

    private @Nullable Link neighbor(@Nullable LocalDate day, Period period) {
      if (day == null) {
        return null;
      }
      Period other = Period.of(period.unit(), day);
      return new Link(page.dates().of(other), page.links().date(other, asked.without("after")));
    }

    private @Nullable Link lessExact(@Nullable Period period) {
      if (period == null || period.unit() == Period.Unit.YEAR) {
        return null;
      }
      PublicationDate year = PublicationDate.ofYear(period.first().getYear());
      Integer papers = dates.get(year);
      return papers == null
          ? null
          : new Link(
              page.messages().text("onlyYear", papers, year.toString()),
              page.links().date(Period.of(year), asked.without("after")));
    }

    private List<DateGroup> groups() {
      List<DateGroup> groups = new ArrayList<>();
      List<Paper> papers = part.papers();
      int first = 0;
      while (first < papers.size()) {
        PublicationDate date = papers.get(first).date();
        int end = first + 1;
        while (end < papers.size() && Objects.equals(date, papers.get(end).date())) {
          end++;
        }
        groups.add(group(date, papers.subList(first, end)));
        first = end;
      }
      return groups;
    }

    private DateGroup group(@Nullable PublicationDate date, List<Paper> papers) {
      List<PaperItem> items =
          papers.stream().map(paper -> PaperItem.of(paper, page).withoutDate()).toList();
      if (date == null) {
        return new DateGroup(page.messages().text("noDate"), null, "", items);
      }
      Period period = Period.of(date);
      return new DateGroup(
          page.dates().of(period),
          period.equals(browsing.period())
              ? null
              : page.links().date(period, asked.without("after")),
          page.messages().text("nPapers", dates.getOrDefault(date, papers.size())),
          items);
    }
  }

  /// The last line of a page: which index, model and commit it comes from.
  static String source(IndexInfo index, PageWriter page) {
    return page.messages()
        .text(
            "indexSource",
            index.papers(),
            index.models(),
            index.build(),
            Long.toString(index.commit()));
  }

  boolean hasNeighbors() {
    return newer != null || older != null;
  }
}
