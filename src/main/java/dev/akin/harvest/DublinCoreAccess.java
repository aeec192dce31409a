package dev.akin.harvest;

import dev.akin.paper.Holding;
import dev.akin.paper.Holding.Access;
import dev.akin.paper.PublicationDate;
import dev.akin.read.value.LooseDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads who may read a paper from the rights and dates of Dublin Core, in the words of COAR and of
/// `info:eu-repo`.
final class DublinCoreAccess {
  private static final String EMBARGO_END = "info:eu-repo/date/embargoend/";

  /// By the last part of what is written: of a URL, of an `info:` name, or all of it. In lower case,
  /// without blanks and `_`.
  private static final Map<String, Access> NAMES =
      Map.ofEntries(
          Map.entry("cabf2", Access.OPEN),
          Map.entry("cf1cf", Access.EMBARGOED),
          Map.entry("c16ec", Access.RESTRICTED),
          Map.entry("c14cb", Access.METADATA_ONLY),
          Map.entry("openaccess", Access.OPEN),
          Map.entry("embargoedaccess", Access.EMBARGOED),
          Map.entry("restrictedaccess", Access.RESTRICTED),
          Map.entry("closedaccess", Access.METADATA_ONLY),
          Map.entry("metadataonlyaccess", Access.METADATA_ONLY));

  private DublinCoreAccess() {}

  static boolean isEmbargoEnd(String date) {
    return date.toLowerCase(Locale.ROOT).startsWith(EMBARGO_END);
  }

  /// What is said. If rights contradict one another, the narrower ones hold; an end of an embargo
  /// means an embargo, unless the paper is closed for other reasons.
  static Holding of(Stream<String> rights, Stream<String> dates) {
    Set<Access> said = EnumSet.noneOf(Access.class);
    rights.map(DublinCoreAccess::access).filter(Objects::nonNull).forEach(said::add);
    PublicationDate end =
        dates
            .filter(DublinCoreAccess::isEmbargoEnd)
            .map(date -> LooseDate.of(date.substring(EMBARGO_END.length())))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (end != null) {
      said.add(Access.EMBARGOED);
    }
    Access access =
        Stream.of(Access.METADATA_ONLY, Access.RESTRICTED, Access.EMBARGOED, Access.OPEN)
            .filter(said::contains)
            .findFirst()
            .orElse(Access.UNKNOWN);
    return new Holding("", List.of(), access, access == Access.EMBARGOED ? end : null);
  }

  private static @Nullable Access access(String right) {
    String name = right.strip().toLowerCase(Locale.ROOT);
    boolean known =
        name.startsWith("info:eu-repo/semantics/")
            || name.contains("//purl.org/coar/access_right/");
    String last = name.substring(name.lastIndexOf('/') + 1).replaceAll("[\\s_-]", "");
    return known || !name.contains("/") ? NAMES.get(last) : null;
  }
}
