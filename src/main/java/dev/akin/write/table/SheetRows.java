package dev.akin.write.table;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// A table as sheets of a workbook. The header stays in sight and has filters. A table with more
/// rows than a sheet can hold goes on in a second one. No text is run as a formula.
final class SheetRows implements TableRows {
  /// How many rows a sheet can hold.
  static final int MAX_ROWS = 1_048_576;

  /// How many characters a cell can hold.
  private static final int MAX_CHARACTERS = 32_767;

  /// How many rows are held in memory.
  private static final int ROWS_IN_MEMORY = 512;

  private static final int TEXT_WIDTH = 30;
  private static final int NUMBER_WIDTH = 10;

  private final Workbook workbook;
  private final String name;
  private final List<TableColumn> columns;
  private final int maxRows;
  private Worksheet sheet;
  private int rows;
  private int sheets;

  /// @param maxRows how many rows a sheet holds, including the header
  SheetRows(Workbook workbook, String name, List<TableColumn> columns, int maxRows) {
    this.workbook = workbook;
    this.name = name;
    this.columns = columns;
    this.maxRows = maxRows;
    this.sheet = begin();
  }

  private Worksheet begin() {
    sheets++;
    Worksheet begun = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
    begun.freezePane(0, 1);
    for (int at = 0; at < columns.size(); at++) {
      TableColumn column = columns.get(at);
      boolean text =
          column.kind() == TableColumn.Kind.TEXT || column.kind() == TableColumn.Kind.REPEATED;
      begun.width(at, text ? TEXT_WIDTH : NUMBER_WIDTH);
      begun.inlineString(0, at, column.name());
      begun.style(0, at).bold().set();
    }
    rows = 1;
    return begun;
  }

  @Override
  public void add(List<@Nullable Object> cells) throws IOException {
    if (rows == maxRows) {
      end();
      sheet = begin();
    }
    for (int at = 0; at < cells.size(); at++) {
      switch (cells.get(at)) {
        case null -> {}
        case Number number -> sheet.value(rows, at, number);
        case Object text -> sheet.inlineString(rows, at, fitted(text.toString()));
      }
    }
    rows++;
    if (rows % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
  }

  private static String fitted(String text) {
    if (text.length() <= MAX_CHARACTERS) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 2));
    return text.substring(0, MAX_CHARACTERS - (splits ? 2 : 1)) + "\u2026";
  }

  private void end() throws IOException {
    sheet.setAutoFilter(0, 0, rows - 1, columns.size() - 1);
    sheet.finish();
  }

  @Override
  public void close() throws IOException {
    end();
  }
}
