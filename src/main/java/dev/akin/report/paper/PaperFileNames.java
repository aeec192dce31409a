package dev.akin.report.paper;

import dev.akin.paper.PaperId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// File names for papers: their ids with only those characters that every file system allows. No
/// two names are equal in lower case.
///
/// @hidden public for its own room only
public final class PaperFileNames {
  private static final Pattern NOT_ALLOWED = Pattern.compile("[^A-Za-z0-9._-]");

  /// Names that Windows reserves for devices, with any ending.
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?");

  private static final int MAX_LENGTH = 80;

  private PaperFileNames() {}

  /// Whether a file's name is like that of a paper's page.
  public static boolean isOne(String file) {
    return file.endsWith(".html") || file.endsWith(".md");
  }

  /// A name for each paper, without an ending.
  public static Map<PaperId, String> of(List<PaperId> ids) {
    Map<PaperId, String> names = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (PaperId id : new LinkedHashSet<>(ids)) {
      String plain = NOT_ALLOWED.matcher(id.value()).replaceAll("_");
      boolean odd = plain.startsWith(".") || DEVICE.matcher(plain).matches();
      String start = odd ? "_" + plain : plain;
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
