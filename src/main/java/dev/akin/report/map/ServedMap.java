package dev.akin.report.map;

import dev.akin.base.AkinException;
import dev.akin.report.data.ServedPieces;
import dev.akin.report.page.ReportException;
import dev.akin.report.page.ReportPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The page `map.html` of a report, as a service shows it: with its data, and with the script and
/// the style sheet of this akin as files of their own. Nothing else of the file is used, so that a
/// policy can forbid all other scripts.
///
/// @param caption such as `240 papers in 8 topics`
/// @param points the places of the papers, in base 64
/// @param data the topics, as JSON
/// @param pieces ids, titles, authors and links, as scripts that hold nothing but data
///
/// @hidden public for its own room only
public record ServedMap(String caption, String points, String data, List<byte[]> pieces) {
  private static final String FILE = "map.html";
  private static final long MAX_BYTES = 256L << 20;
  private static final Pattern CAPTION = Pattern.compile("<title>Map of ([\\w, ]{1,99}) · akin<");

  /// Reads the page of a report.
  ///
  /// @throws ReportException if there is none, it is not as this akin writes it, or it cannot be
  ///   read
  public static ServedMap read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.isRegularFile(file)) {
        throw new ReportException(
            AkinException.Kind.MISSING, file + ": no such file; give the folder of a report");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw malformed(file);
      }
      return of(file, Files.readString(file));
    } catch (IOException e) {
      throw new ReportException(
          AkinException.Kind.IO, file + ": cannot be read: " + AkinException.reason(e), e);
    }
  }

  private static ServedMap of(Path file, String page) {
    Matcher caption = CAPTION.matcher(page);
    String points = part(page, "text/plain", "map-points");
    String data = part(page, "application/json", "map-data");
    if (!caption.find() || points == null || data == null) {
      throw malformed(file);
    }
    List<byte[]> pieces = ServedPieces.read(file.resolveSibling(""), pieces(file, data));
    return new ServedMap(caption.group(1), points, data, pieces);
  }

  /// How many pieces have the titles of the papers on the map.
  private static int pieces(Path file, String data) {
    try {
      JsonNode map = JsonMapper.shared().readTree(data);
      int points = map.path("points").asInt(-1);
      int step = map.at("/order/titles").asInt(0);
      if (points < 0 || step < 1) {
        throw malformed(file);
      }
      return (points + step - 1) / step;
    } catch (JacksonException e) {
      throw malformed(file);
    }
  }

  /// What stands in an element for data; absent if there is no such element. A `<` would be part of
  /// the page and not of the data.
  private static @Nullable String part(String page, String type, String id) {
    String start = "<script type=\"%s\" id=\"%s\">".formatted(type, id);
    int from = page.indexOf(start);
    int to = from < 0 ? -1 : page.indexOf('<', from + start.length());
    return to >= 0 && page.startsWith("</script>", to)
        ? page.substring(from + start.length(), to)
        : null;
  }

  private static ReportException malformed(Path file) {
    return new ReportException(
        AkinException.Kind.MALFORMED,
        file + ": not a map as this akin makes it; make the report again");
  }

  /// The page.
  ///
  /// @param made what the map was made from, in a line
  /// @param note what the reader should know of its age; absent if there is nothing
  public String html(String made, @Nullable String note) {
    Map<String, Object> view = new HashMap<>();
    view.put("caption", caption);
    view.put("points", points);
    view.put("data", data);
    view.put("provenance", Map.of("line", made));
    view.put("picture", "/map/map.png");
    if (note != null) {
      view.put("note", note);
    }
    return new ReportPages().fill("served-map.mustache", view);
  }

  /// The script of the page.
  public static String script() {
    return MapPage.script();
  }

  /// The style sheet of the page.
  public static String style() {
    return MapPage.style();
  }
}
