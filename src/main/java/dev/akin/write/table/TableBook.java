package dev.akin.write.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Tables as sheets of one Office Open XML workbook (`.xlsx`). The first sheet says what they were
/// made from. Rows are written as they come. The same tables give the same bytes: the library notes
/// when it wrote the workbook, and [#close] leaves that out.
final class TableBook implements AutoCloseable {
  private static final String ABOUT = "about";

  /// The file in the workbook that names the time.
  private static final String PROPERTIES = "docProps/core.xml";

  private static final Pattern CREATED =
      Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");

  /// A time that a zip file can name without a time zone, which the first one of 1980 cannot.
  private static final LocalDateTime ANY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final int NAME_WIDTH = 12;
  private static final int VALUE_WIDTH = 80;

  private final Path file;
  private final Path draft;
  private final OutputStream out;
  private final Workbook workbook;

  private TableBook(Path file, Path draft, OutputStream out) {
    this.file = file;
    this.draft = draft;
    this.out = out;
    this.workbook = new Workbook(out, "akin", null);
  }

  /// Begins a workbook.
  static TableBook create(Path file, Provenance provenance) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    TableBook book = new TableBook(file, draft, Files.newOutputStream(draft));
    book.about(provenance);
    return book;
  }

  private void about(Provenance provenance) throws IOException {
    Worksheet sheet = workbook.newWorksheet(ABOUT);
    sheet.width(0, NAME_WIDTH);
    sheet.width(1, VALUE_WIDTH);
    int row = 0;
    for (var entry : provenance.entries().entrySet()) {
      sheet.inlineString(row, 0, entry.getKey());
      sheet.inlineString(row, 1, entry.getValue());
      row++;
    }
    sheet.finish();
  }

  /// Begins a sheet. The sheet before it must be closed.
  TableRows sheet(String name, List<TableColumn> columns) {
    return new SheetRows(workbook, name, columns, SheetRows.MAX_ROWS);
  }

  /// Ends the workbook.
  @Override
  public void close() throws IOException {
    try (out) {
      workbook.finish();
    }
    try (ZipFile drafted = new ZipFile(draft.toFile());
        ZipOutputStream timeless = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry : drafted.stream().toList()) {
        copy(drafted, entry, timeless);
      }
    }
    Files.delete(draft);
  }

  private static void copy(ZipFile from, ZipEntry entry, ZipOutputStream to) throws IOException {
    ZipEntry copy = new ZipEntry(entry.getName());
    copy.setTimeLocal(ANY_TIME);
    to.putNextEntry(copy);
    try (InputStream part = from.getInputStream(entry)) {
      if (entry.getName().equals(PROPERTIES)) {
        String text = new String(part.readAllBytes(), StandardCharsets.UTF_8);
        to.write(CREATED.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8));
      } else {
        part.transferTo(to);
      }
    }
    to.closeEntry();
  }
}
