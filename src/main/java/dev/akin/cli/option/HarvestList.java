package dev.akin.cli.option;

import dev.akin.harvest.HarvestRequest;
import dev.akin.read.record.ReadException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a file of servers, one a line: `URL set=cs prefix=oai_dc name="Wool and Knots"`. All but
/// the URL may be missing. A line that begins with `#` is a comment.
final class HarvestList {
  private static final Pattern PART =
      Pattern.compile("\\s++(set|prefix|name)=(?:\"([^\"]++)\"|([^\\s\"]++))");

  private static final Pattern LINE =
      Pattern.compile("([^\\s#=]\\S*+)((?:" + PART.pattern() + ")*+)\\s*+(?:#.*+)?");

  private HarvestList() {}

  /// A server.
  ///
  /// @param name empty if the line has none
  record Entry(HarvestRequest request, String name) {}

  /// The servers, of which there is at least one.
  ///
  /// @param prefix of lines that have none
  /// @throws IllegalArgumentException if a line is wrong; the message says which and why
  /// @throws ReadException if the file cannot be read
  static List<Entry> read(Path file, String prefix) {
    List<Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      String text = line.strip();
      if (!text.isEmpty() && text.charAt(0) != '#') {
        try {
          Entry entry = entry(text, prefix);
          check(seen.add(entry.request().toString()), "this server came before");
          check(entry.name().isEmpty() || seen.add(entry.name()), "this name came before");
          entries.add(entry);
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage(), e);
        }
      }
    }
    check(!entries.isEmpty(), file + " names no server");
    return entries;
  }

  private static void check(boolean good, String message) {
    if (!good) {
      throw new IllegalArgumentException(message);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw ReadException.opening(file.toString(), e);
    }
  }

  private static Entry entry(String text, String prefix) {
    Matcher line = LINE.matcher(text);
    check(line.matches(), "write URL, then set=, prefix= and name= as needed");
    Map<String, String> parts = new HashMap<>();
    Matcher part = PART.matcher(line.group(2));
    while (part.find()) {
      String value = part.group(2) == null ? part.group(3) : part.group(2);
      check(parts.put(part.group(1), value) == null, part.group(1) + " is there twice");
    }
    return new Entry(
        new HarvestRequest(
            URI.create(line.group(1)),
            parts.get("set"),
            parts.getOrDefault("prefix", prefix),
            null,
            null),
        parts.getOrDefault("name", ""));
  }
}
