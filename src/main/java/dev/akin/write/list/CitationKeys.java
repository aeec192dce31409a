package dev.akin.write.list;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The citation keys of the papers of one list. A key is the paper's id; a character that is not
/// safe in all versions of BibTeX becomes `-`. A number at the end keeps keys distinct, also for
/// BibTeX, which does not distinguish `A` and `a`.
///
/// The keys that a paper had in its source are aliases. They are no keys here, because those of two
/// sources may be equal: a key would then depend on which papers are in the list.
final class CitationKeys {
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9:./+_-]+");
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9:./+_-]+");

  /// A number in a library means nothing outside of it, and an address is no key.
  private static final Pattern NUMBER_OR_ADDRESS = Pattern.compile("[0-9]+|.*://.*");

  private final Map<PaperId, String> keys = new HashMap<>();
  private final Map<PaperId, List<String>> aliases = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private CitationKeys() {}

  static CitationKeys of(List<Paper> papers) {
    CitationKeys keys = new CitationKeys();
    papers.stream().map(Paper::id).forEach(keys::addSafe);
    papers.stream().map(Paper::id).forEach(keys::addOther);
    papers.forEach(keys::addAliases);
    return keys;
  }

  /// The keys that a paper had in its source, as far as BibTeX allows them.
  static Stream<String> inSource(Paper paper) {
    return paper.names().stream()
        .filter(name -> SAFE.matcher(name).matches())
        .filter(name -> !NUMBER_OR_ADDRESS.matcher(name).matches());
  }

  String of(Paper paper) {
    return keys.getOrDefault(paper.id(), "");
  }

  /// The keys that a paper had in its source and that no other paper of the list has.
  List<String> aliases(Paper paper) {
    return aliases.getOrDefault(paper.id(), List.of());
  }

  private void addAliases(Paper paper) {
    aliases.computeIfAbsent(paper.id(), _ -> inSource(paper).filter(this::take).toList());
  }

  private void addSafe(PaperId id) {
    if (!keys.containsKey(id) && SAFE.matcher(id.value()).matches() && take(id.value())) {
      keys.put(id, id.value());
    }
  }

  private void addOther(PaperId id) {
    if (!keys.containsKey(id)) {
      String base = UNSAFE.matcher(id.value()).replaceAll("-");
      String key = base;
      for (int i = 2; !take(key); i++) {
        key = base + "-" + i;
      }
      keys.put(id, key);
    }
  }

  private boolean take(String key) {
    return taken.add(key.toLowerCase(Locale.ROOT));
  }
}
