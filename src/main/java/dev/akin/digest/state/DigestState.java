package dev.akin.digest.state;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was given to a reader.
///
/// @param last the day of the newest digest; absent before the first one
/// @param open the first day of which that digest left papers; absent if it left none
/// @param given the ids of all papers that were given, by day
/// @param unconfirmed digests of which nobody knows whether they arrived, the oldest first; their
///   papers count as given
public record DigestState(
    @Nullable LocalDate last,
    @Nullable LocalDate open,
    SortedMap<LocalDate, List<String>> given,
    List<GivenDigest> unconfirmed) {
  /// Before the first digest.
  public static final DigestState NONE =
      new DigestState(null, null, Collections.emptySortedMap(), List.of());

  /// Afterwards nobody wants to get a digest a second time.
  private static final int WAITING_DAYS = 7;

  public DigestState {
    given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
    unconfirmed = List.copyOf(unconfirmed);
  }

  /// The ids of all papers that were given.
  public Set<String> papers() {
    return given.values().stream().flatMap(List::stream).collect(Collectors.toSet());
  }

  /// The state while a digest is given.
  public DigestState giving(GivenDigest digest) {
    if (unconfirmed.contains(digest)) {
      return this;
    }
    List<GivenDigest> waiting = new ArrayList<>(waiting(digest.day()));
    waiting.add(digest);
    return new DigestState(
        digest.day(), digest.open(), with(digest.day(), digest.papers()), waiting);
  }

  /// The state after some papers were counted as given.
  ///
  /// @param papers their ids
  public DigestState skipping(LocalDate day, List<String> papers) {
    return new DigestState(day, null, with(day, papers), unconfirmed);
  }

  private SortedMap<LocalDate, List<String>> with(LocalDate day, List<String> papers) {
    SortedMap<LocalDate, List<String>> all = new TreeMap<>(given);
    all.merge(day, papers, DigestState::joined);
    return all;
  }

  /// The unconfirmed digests of the last days, which can be given again.
  public List<GivenDigest> waiting(LocalDate today) {
    return unconfirmed.stream()
        .filter(digest -> !digest.day().isBefore(today.minusDays(WAITING_DAYS)))
        .toList();
  }

  private static List<String> joined(List<String> some, List<String> others) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  /// The state after a digest has arrived.
  public DigestState arrived(GivenDigest digest) {
    return new DigestState(
        last, open, given, unconfirmed.stream().filter(each -> !each.equals(digest)).toList());
  }
}
