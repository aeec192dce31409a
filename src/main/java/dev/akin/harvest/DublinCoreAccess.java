package dev.akin.harvest;

import dev.akin.paper.Holding;
import dev.akin.paper.Holding.AccessRight;
import dev.akin.paper.PublicationDate;
import dev.akin.read.value.LooseDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads who may read a paper from the rights and dates of Dublin Core, in the words of COAR and of
/// `info:eu-repo`.
final class DublinCoreAccess {
  private static final String EMBARGO_END = "info:eu-repo/date/embargoend/";
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_.-]+");

  /// A name of `info:eu-repo`, or a URL of COAR.
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:info:eu-repo/semantics/|//purl\\.org/coar/access_right/"
              + "|//vocabularies\\.coar-repositories\\.org/[a-z_/]{1,40}/)([\\p{L}0-9_]++)");

  /// Licences with which everyone may read.
  private static final Pattern LICENCE =
      Pattern.compile(
          "(?:.*(?:creativecommons\\.org/(?:licen[sc]es|publicdomain)/|creative commons)"
              + "|(?:cc[ _-]?by|cc[ _-]?0|cc[ _-]?zero|public domain)(?![a-z])"
              + "|(?:attribution|atribu|namensnennung)\\p{L}*(?:-[\\p{L}]+)* [1-4]\\.0).*");

  /// By a name, or by all that is written. In lower case, without blanks, stops and `_`.
  private static final Map<String, AccessRight> NAMES =
      Map.ofEntries(
          Map.entry("cabf2", AccessRight.OPEN),
          Map.entry("cf1cf", AccessRight.EMBARGOED),
          Map.entry("c16ec", AccessRight.RESTRICTED),
          Map.entry("c14cb", AccessRight.METADATA_ONLY),
          Map.entry("openaccess", AccessRight.OPEN),
          Map.entry("acessoaberto", AccessRight.OPEN),
          Map.entry("accesoabierto", AccessRight.OPEN),
          Map.entry("accésobert", AccessRight.OPEN),
          Map.entry("accèsouvert", AccessRight.OPEN),
          Map.entry("acessoembargado", AccessRight.EMBARGOED),
          Map.entry("accesoembargado", AccessRight.EMBARGOED),
          Map.entry("acessorestrito", AccessRight.RESTRICTED),
          Map.entry("accesorestringido", AccessRight.RESTRICTED),
          Map.entry("embargoedaccess", AccessRight.EMBARGOED),
          Map.entry("restrictedaccess", AccessRight.RESTRICTED),
          Map.entry("closedaccess", AccessRight.METADATA_ONLY),
          Map.entry("metadataonlyaccess", AccessRight.METADATA_ONLY));

  private DublinCoreAccess() {}

  static boolean isEmbargoEnd(String date) {
    return date.toLowerCase(Locale.ROOT).startsWith(EMBARGO_END);
  }

  /// What is said. If rights contradict one another, the narrower ones hold; an end of an embargo
  /// means an embargo, unless the paper is closed for other reasons. A licence of Creative Commons
  /// alone means open access.
  static Holding of(List<String> rights, Stream<String> dates) {
    Set<AccessRight> said = EnumSet.noneOf(AccessRight.class);
    rights.stream().map(DublinCoreAccess::access).filter(Objects::nonNull).forEach(said::add);
    PublicationDate end =
        Stream.concat(dates, rights.stream())
            .filter(DublinCoreAccess::isEmbargoEnd)
            .map(date -> LooseDate.of(date.substring(EMBARGO_END.length())))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (end != null) {
      said.add(AccessRight.EMBARGOED);
    }
    AccessRight access =
        Stream.of(
                AccessRight.METADATA_ONLY,
                AccessRight.RESTRICTED,
                AccessRight.EMBARGOED,
                AccessRight.OPEN)
            .filter(said::contains)
            .findFirst()
            .orElse(AccessRight.UNKNOWN);
    return new Holding("", List.of(), access, access == AccessRight.EMBARGOED ? end : null);
  }

  private static @Nullable AccessRight access(String right) {
    String written = right.strip().toLowerCase(Locale.ROOT);
    Matcher named = NAMED.matcher(written);
    String name = named.find() ? named.group(1) : written;
    return LICENCE.matcher(written).matches()
        ? AccessRight.OPEN
        : NAMES.get(BETWEEN_WORDS.matcher(name).replaceAll(""));
  }
}
