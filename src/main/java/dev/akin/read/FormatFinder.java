package dev.akin.read;

import dev.akin.read.format.AclXml;
import dev.akin.read.format.PubmedXml;
import dev.akin.read.format.Tagging;
import dev.akin.read.format.bibtex.BibtexBlocks;
import dev.akin.read.format.csv.Csv;
import dev.akin.read.format.json.DailyPapersLine;
import dev.akin.read.format.json.JsonObjects;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.ReadException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the [PaperFormat] of a source by its first bytes.
///
/// The first of these that is found decides:
///
/// 1. a JSON array, an object over many lines, or an answer of an API: by the objects in it
/// 2. XML with a collection of the ACL Anthology, or with a set of PubMed
/// 3. among the first lines one that names a column for titles and one more: a CSV
/// 4. a line that is a whole JSON object, before any that begins a record of tagged lines or BibTeX
/// 5. the words at the top of a Daily Papers page
/// 6. a line that begins a BibTeX entry, then one that begins a record of RIS, PubMed, Web of
///    Science or EndNote
/// 7. a line that begins a JSON object
///
/// So a few bad lines at the top of a file do not make it unknown.
final class FormatFinder {
  private static final int PAGE_TOP_LINES = 20;
  private static final int MAX_ITEMS = 10;

  /// What stands in the XML of other programs, and what these can write instead.
  private static final Map<String, String> FOREIGN_XML =
      Map.of(
          "<rdf:RDF",
          "RDF; if it is from Zotero, choose File > Export Library > BibTeX there",
          "<modsCollection",
          "MODS; if it is from Zotero, choose File > Export Library > BibTeX there",
          "<mods ",
          "MODS; if it is from Zotero, choose File > Export Library > BibTeX there",
          "<source-app name=\"EndNote\"",
          "EndNote's XML; choose File > Export there, with RefMan (RIS) as the output style");

  private FormatFinder() {}

  /// @param file its name, for messages
  /// @param head the first bytes, without a byte order mark
  /// @throws ReadException if the format is unknown
  static PaperFormat find(String file, byte[] head) {
    check(file, head);
    String text = new String(head, StandardCharsets.UTF_8).strip();
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    boolean whole = head.length < LineReader.HEAD_BYTES;
    PaperFormat format = whole && isEmptyList(text) ? PaperFormat.AKIN_JSON : ofWhole(text, lines);
    if (format == null) {
      String hint = hint(text);
      throw ReadException.unknownFormat(
          file, "not in a format that akin reads" + hint + "; the formats are " + formats());
    }
    return format;
  }

  /// What the text is, if that helps to make something else of it.
  private static String hint(String text) {
    if (text.startsWith("[") || text.startsWith("{")) {
      return " (it is JSON, but no object in it has a title)";
    }
    if (!text.startsWith("<")) {
      return "";
    }
    return FOREIGN_XML.entrySet().stream()
        .filter(program -> text.contains(program.getKey()))
        .map(program -> " (it is " + program.getValue() + ")")
        .findFirst()
        .orElse(" (it is XML or HTML, but not of the ACL Anthology or PubMed)");
  }

  /// Whether the text is a list or an answer without any item, which is the same in all formats.
  private static boolean isEmptyList(String text) {
    JsonObjects layout = JsonObjects.of(text);
    return layout != JsonObjects.LINES
        && (text.endsWith("]") || text.endsWith("}"))
        && layout.first(text, 1).isEmpty();
  }

  private static @Nullable PaperFormat ofWhole(String text, List<String> lines) {
    JsonObjects layout = JsonObjects.of(text);
    if (layout != JsonObjects.LINES) {
      return find(layout.first(text, MAX_ITEMS).stream().map(JsonSigns::of));
    }
    if (text.startsWith("{") && JsonSigns.of(text).isCsl()) {
      return PaperFormat.CSL_JSON;
    }
    if (AclXml.isStart(text)) {
      return PaperFormat.ACL_XML;
    }
    if (PubmedXml.isStart(text)) {
      return PaperFormat.PUBMED_XML;
    }
    return !text.startsWith("{") && Csv.isStart(lines) ? PaperFormat.CSV : find(lines);
  }

  /// Checks that a source is not empty and is in a format of text.
  ///
  /// @throws ReadException if it is not
  static void check(String file, byte[] head) {
    if (head.length < LineReader.HEAD_BYTES && isBlank(head)) {
      throw ReadException.unknownFormat(file, "is empty");
    }
    ForeignFormat foreign = ForeignFormat.of(head);
    if (foreign != null) {
      throw ReadException.unknownFormat(file, foreign.advice());
    }
  }

  /// The format of objects in an array or an answer: CSL if one of them is an item of CSL,
  /// otherwise that of the first with a title. A broken one does not hide the others.
  private static @Nullable PaperFormat find(Stream<JsonSigns> objects) {
    List<PaperFormat> formats =
        objects.filter(signs -> signs.hasTitle() || signs.isCsl()).map(JsonSigns::format).toList();
    if (formats.contains(PaperFormat.CSL_JSON)) {
      return PaperFormat.CSL_JSON;
    }
    return formats.isEmpty() ? null : formats.getFirst();
  }

  private static @Nullable PaperFormat find(List<String> lines) {
    List<JsonSigns> objects = new ArrayList<>();
    for (String line : lines) {
      if (BibtexBlocks.isStart(line) || Tagging.of(line) != null) {
        break; // an object that comes later is a part of a field
      }
      if (line.startsWith("{")) {
        objects.add(JsonSigns.of(line));
      }
    }
    return objects.stream()
        .filter(JsonSigns::isRecord)
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
    Tagging tagging =
        lines.stream().map(Tagging::of).filter(Objects::nonNull).findFirst().orElse(null);
    if (tagging != null) {
      return PaperFormat.of(tagging);
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
