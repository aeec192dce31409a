package dev.akin.write;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The citation keys of the papers of one list. A key is the paper's id; a character that is not
/// safe in all versions of BibTeX becomes `-`. A number at the end keeps keys distinct, also for
/// BibTeX, which does not distinguish `A` and `a`.
final class BibtexKeys {
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9:./+_-]+");
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9:./+_-]+");

  private final Map<PaperId, String> keys = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private BibtexKeys() {}

  static BibtexKeys of(List<Paper> papers) {
    BibtexKeys keys = new BibtexKeys();
    papers.stream().map(Paper::id).forEach(keys::addSafe);
    papers.stream().map(Paper::id).forEach(keys::addOther);
    return keys;
  }

  String of(Paper paper) {
    return keys.getOrDefault(paper.id(), "");
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
