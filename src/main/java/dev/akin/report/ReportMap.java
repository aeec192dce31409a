package dev.akin.report;

import dev.akin.base.AkinException;
import dev.akin.report.map.ServedMap;
import dev.akin.report.page.ReportException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The map of a report, to be served. It is read once, from files with fixed names; the service
/// never opens another file of the report. Safe for use by many threads.
public final class ReportMap {
  private final ServedMap map;
  private final JsonNode made;
  private final LocalDate day;
  private final byte[] picture;

  private ReportMap(ServedMap map, JsonNode made, LocalDate day, byte[] picture) {
    this.map = map;
    this.made = made;
    this.day = day;
    this.picture = picture;
  }

  /// Reads the map of a report.
  ///
  /// @param folder of the report
  /// @throws ReportException if it has no map, or it cannot be read
  public static ReportMap open(Path folder) {
    ServedMap map = ServedMap.read(folder);
    Path data = folder.resolve(Overview.DATA);
    try {
      return new ReportMap(
          map,
          JsonMapper.shared().readTree(Files.readAllBytes(data)).path("provenance"),
          LocalDate.ofInstant(Files.getLastModifiedTime(data).toInstant(), ZoneOffset.UTC),
          Files.readAllBytes(folder.resolve("map.png")));
    } catch (JacksonException e) {
      throw new ReportException(
          AkinException.Kind.MALFORMED, data + ": damaged: not JSON; make the report again", e);
    } catch (IOException e) {
      throw new ReportException(
          AkinException.Kind.IO, folder + ": cannot be read: " + AkinException.reason(e), e);
    }
  }

  /// The build of the index that it was made from; empty if the report does not say.
  public String build() {
    return made.path("build").asString("");
  }

  /// The commit of the index that it was made from; 0 if the report does not say.
  public long commit() {
    return made.path("commit").asLong(0);
  }

  /// How many papers the index had then.
  public int papers() {
    return made.path("papers").asInt(0);
  }

  /// The day on which the report was made, in UTC.
  public LocalDate day() {
    return day;
  }

  /// The data of the page: scripts in UTF-8 that hold nothing else. Nobody changes the arrays.
  public List<byte[]> pieces() {
    return map.pieces();
  }

  /// The page in UTF-8. It needs the files `/map/map.js`, `/map/map.css`, `/map/map.png` and, for
  /// each of [#pieces], `/map/data/titles-0.js` and so on, asks `/v1/related`, and links to
  /// `/map/paper?id=…`.
  ///
  /// @param note what the reader should know of its age; absent if there is nothing
  public byte[] page(@Nullable String note) {
    String line =
        made.properties().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue().asString(""))
            .collect(Collectors.joining(" · "));
    return map.html(line, note).getBytes(StandardCharsets.UTF_8);
  }

  /// The script of the page, in UTF-8.
  public static byte[] script() {
    return ServedMap.script().getBytes(StandardCharsets.UTF_8);
  }

  /// The style sheet of the page, in UTF-8.
  public static byte[] style() {
    return ServedMap.style().getBytes(StandardCharsets.UTF_8);
  }

  /// The map as a PNG. Nobody changes the array.
  public byte[] picture() {
    return picture;
  }
}
