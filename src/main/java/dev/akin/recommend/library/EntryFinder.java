package dev.akin.recommend.library;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Identifiers;
import dev.akin.paper.Paper;
import dev.akin.paper.TitleKey;
import dev.akin.work.SameWork;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the paper of an index that an entry of a library stands for.
record EntryFinder(IndexSnapshot snapshot) {
  /// How many papers with the same title are compared.
  private static final int MAX_OF_A_TITLE = 20;

  /// A paper that was found.
  ///
  /// @param number in the snapshot
  record Found(int number, Match match) {}

  /// The paper; absent if the index does not have it.
  @Nullable Found find(Paper entry) {
    Found byId = byId(entry);
    Found byName = byId == null ? byName(entry) : byId;
    return byName == null ? byTitle(entry) : byName;
  }

  /// A citation key such as `smith2020` may by chance be the id of another paper.
  private @Nullable Found byId(Paper entry) {
    return Stream.concat(Stream.of(entry.id().value()), entry.names().stream())
        .map(name -> byId(entry, name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Found byId(Paper entry, String id) {
    OptionalInt number = snapshot.find(id);
    if (number.isEmpty()) {
      return null;
    }
    Paper paper = snapshot.paper(number.getAsInt());
    return paper.id().value().equals(id) && mayBeTitled(entry, paper)
        ? new Found(number.getAsInt(), Match.ID)
        : null;
  }

  private static boolean mayBeTitled(Paper entry, Paper paper) {
    return entry.title().isBlank()
        || paper.title().isBlank()
        || TitleKey.of(entry.title()).equals(TitleKey.of(paper.title()));
  }

  private @Nullable Found byName(Paper entry) {
    Set<String> names = Identifiers.of(entry);
    for (String name : names) {
      OptionalInt number = snapshot.find(name);
      if (number.isPresent()) {
        Set<String> own = Identifiers.of(snapshot.paper(number.getAsInt()));
        String shared =
            own.contains(name)
                ? name
                : own.stream().filter(names::contains).findFirst().orElse(name);
        return new Found(number.getAsInt(), Match.ofName(shared));
      }
    }
    return null;
  }

  /// A paper with the title that shares an author; otherwise one that may share an author.
  private @Nullable Found byTitle(Paper entry) {
    if (TitleKey.of(entry.title()).isEmpty()) {
      return null;
    }
    Found first = null;
    for (int number : snapshot.titled(entry.title(), MAX_OF_A_TITLE)) {
      Paper paper = snapshot.paper(number);
      if (SameWork.shareAuthor(entry, paper)) {
        return new Found(number, Match.TITLE);
      }
      if (first == null && isEnough(entry, paper)) {
        first = new Found(number, Match.TITLE);
      }
    }
    return first;
  }

  /// A short title without authors may be the title of many works.
  private static boolean isEnough(Paper entry, Paper paper) {
    return (entry.authors().isEmpty() || paper.authors().isEmpty())
        && SameWork.saysEnough(entry.title());
  }
}
