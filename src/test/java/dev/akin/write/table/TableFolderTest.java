package dev.akin.write.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.write.list.Lists;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class TableFolderTest {
  private static final List<TableColumn> COLUMNS =
      List.of(TableColumn.text("title"), TableColumn.integer("year"));

  private static final Provenance PROVENANCE =
      new Provenance(
          "0.1.0", Lists.INDEX, "c0ffee", new LinkedHashMap<>(Map.of("neighbors", "10")));

  @TempDir Path folder;

  private Path write(String name, String title) throws IOException {
    Path written = Files.createDirectory(folder.resolve(name));
    try (TableFolder tables = TableFolder.create(written, PROVENANCE);
        TableFiles table = tables.sheet("papers", COLUMNS)) {
      table.add(title, 2024);
    }
    return written;
  }

  private static String part(Path book, String name) throws IOException {
    try (ZipFile zip = new ZipFile(book.toFile());
        InputStream part = zip.getInputStream(Objects.requireNonNull(zip.getEntry(name)))) {
      return new String(part.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void saysInAFileWhatTheTablesAreMadeFrom() throws IOException {
    Path written = write("one", "Moss");

    assertThat(written.resolve(TableFolder.PROVENANCE))
        .content()
        .satisfies(
            text ->
                assertThat(JsonMapper.shared().readTree(text).path("corpus").asString())
                    .isEqualTo("c0ffee"));
    assertThat(part(written.resolve(TableFolder.BOOK), "xl/worksheets/sheet1.xml"))
        .contains("c0ffee");
    try (Stream<Path> files = Files.list(written)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder(
              "provenance.json", "tables.xlsx", "papers.csv", "papers.jsonl.gz", "papers.parquet");
    }
  }

  @Test
  void writesTheSameWorkbookInAnotherLocaleAndZone() throws IOException {
    Path one = write("one", "Moss");
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Path two;
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      two = write("two", "Moss");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }

    assertThat(two.resolve(TableFolder.BOOK)).hasSameBinaryContentAs(one.resolve(TableFolder.BOOK));
    assertThat(part(two.resolve(TableFolder.BOOK), "docProps/core.xml")).doesNotContain("created");
    try (ZipFile zip = new ZipFile(two.resolve(TableFolder.BOOK).toFile())) {
      assertThat(zip.stream().map(ZipEntry::getTimeLocal))
          .allSatisfy(time -> assertThat(time.getYear()).isEqualTo(1980));
    }
  }

  @Test
  void cutsATextThatNoCellHolds() throws IOException {
    Path written = write("one", "x".repeat(32_766) + "\uD83D\uDC1D");

    assertThat(part(written.resolve(TableFolder.BOOK), "xl/worksheets/sheet2.xml"))
        .contains("x".repeat(32_766) + "&#x2026;<")
        .doesNotContain("x".repeat(32_767));
  }

  @Test
  void goesOnInASecondSheetWhenOneIsFull() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path book = folder.resolve("book.xlsx");
    try (Workbook workbook = new Workbook(out, "akin", null)) {
      try (SheetRows rows = new SheetRows(workbook, "papers", COLUMNS, 3)) {
        for (int year = 2020; year < 2023; year++) {
          rows.add(List.of("Moss", year));
        }
      }
    }
    Files.write(book, out.toByteArray());

    assertThat(part(book, "xl/workbook.xml")).contains("\"papers\"", "\"papers 2\"");
    assertThat(part(book, "xl/worksheets/sheet1.xml")).contains("2020", "2021");
    assertThat(part(book, "xl/worksheets/sheet2.xml")).contains("title", "2022");
  }
}
