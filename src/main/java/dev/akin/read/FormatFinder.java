package dev.akin.read;

import dev.akin.read.format.AclXml;
import dev.akin.read.format.BibtexBlocks;
import dev.akin.read.format.Csv;
import dev.akin.read.format.DailyPapersLine;
import dev.akin.read.format.RisLine;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.ReadException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells a [PaperFormat] by the first bytes of a source.
///
/// An array that begins with an item of CSL's is one, as is XML with a collection of the ACL
/// Anthology's and a CSV whose first line names a title and one more column. Else the first line
/// that is a whole JSON object decides, then the words at the top of a Daily Papers page, then a
/// line that begins a BibTeX entry or a RIS record, then one that at least begins as an object: a
/// bad line or two at the top of a file do not make it unknown.
final class FormatFinder {
  private static final int PAGE_TOP_LINES = 20;

  private FormatFinder() {}

  /// @param file named in messages
  /// @param head the first bytes, without a byte order mark
  static PaperFormat find(String file, byte[] head) {
    check(file, head);
    String text = new String(head, StandardCharsets.UTF_8).strip();
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    PaperFormat format = ofWhole(text, lines);
    if (format == null) {
      String hint =
          switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '[' -> " (a JSON array, and not of CSL: write one object a line)";
            case '<' -> " (XML or HTML, and not of the ACL Anthology)";
            default -> "";
          };
      throw ReadException.unknownFormat(
          file, "not in a format that akin reads" + hint + "; these are " + formats());
    }
    return format;
  }

  private static @Nullable PaperFormat ofWhole(String text, List<String> lines) {
    if (isCslArray(text)) {
      return PaperFormat.CSL_JSON;
    }
    if (AclXml.isStart(text)) {
      return PaperFormat.ACL_XML;
    }
    return Csv.isStart(lines) ? PaperFormat.CSV : find(lines);
  }

  /// Refuses what is in no format of text at all.
  static void check(String file, byte[] head) {
    if (head.length < LineReader.HEAD_BYTES && isBlank(head)) {
      throw ReadException.unknownFormat(file, "is empty");
    }
    ForeignFormat foreign = ForeignFormat.of(head);
    if (foreign != null) {
      throw ReadException.unknownFormat(file, foreign.advice());
    }
  }

  private static boolean isCslArray(String text) {
    String item = text.startsWith("[") ? text.substring(1).stripLeading() : "";
    return item.startsWith("{") && JsonSigns.of(item).isCsl();
  }

  private static @Nullable PaperFormat find(List<String> lines) {
    List<JsonSigns> objects =
        lines.stream().filter(line -> line.startsWith("{")).map(JsonSigns::of).toList();
    return objects.stream()
        .filter(JsonSigns::whole)
        .findFirst()
        .map(JsonSigns::format)
        .orElseGet(() -> guess(lines, objects));
  }

  private static @Nullable PaperFormat guess(List<String> lines, List<JsonSigns> objects) {
    if (lines.stream().limit(PAGE_TOP_LINES).anyMatch(DailyPapersLine::isInvitation)) {
      return PaperFormat.DAILY_PAPERS;
    }
    if (lines.stream().anyMatch(BibtexBlocks::isStart)) {
      return PaperFormat.BIBTEX;
    }
    if (lines.stream().anyMatch(RisLine::isStart)) {
      return PaperFormat.RIS;
    }
    return objects.isEmpty() ? null : objects.getFirst().format();
  }

  private static boolean isBlank(byte[] head) {
    return new String(head, StandardCharsets.UTF_8).isBlank();
  }

  private static String formats() {
    return Arrays.stream(PaperFormat.values())
        .map(format -> format + " (" + format.description() + ")")
        .collect(Collectors.joining(", "));
  }
}
