package dev.akin.report;

import dev.akin.paper.PaperId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Names of files for papers: their ids, as far as every file system allows them, and no two alike
/// in lower case.
final class PaperFileNames {
  private static final Pattern NOT_ALLOWED = Pattern.compile("[^A-Za-z0-9._-]");
  private static final int MAX_LENGTH = 80;

  private PaperFileNames() {}

  /// A name for each, without an ending.
  static Map<PaperId, String> of(List<PaperId> ids) {
    Map<PaperId, String> names = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (PaperId id : new ArrayList<>(new java.util.LinkedHashSet<>(ids))) {
      String plain = NOT_ALLOWED.matcher(id.value()).replaceAll("_");
      String start = plain.startsWith(".") ? "_" + plain : plain;
      String name = start.substring(0, Math.min(MAX_LENGTH, start.length()));
      int number = 1;
      String free = name;
      while (!taken.add(free.toLowerCase(Locale.ROOT))) {
        number++;
        free = name + "-" + number;
      }
      names.put(id, free);
    }
    return names;
  }
}
