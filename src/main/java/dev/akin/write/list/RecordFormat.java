package dev.akin.write.list;

import dev.akin.base.Labels;
import java.util.List;
import java.util.Locale;

/// The formats in which all papers of an index can be written.
public enum RecordFormat {
  /// akin's own JSON, an object on each line, with everything that the index keeps.
  JSONL("papers.jsonl"),
  /// An array of items, for citation processors and reference managers.
  CSL_JSON("papers.json");

  private final String file;

  RecordFormat(String file) {
    this.file = file;
  }

  /// The name of the file.
  public String file() {
    return file;
  }

  /// Its name on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The format with a name.
  ///
  /// @throws IllegalArgumentException if no format has this name; the message lists all
  public static RecordFormat byName(String name) {
    return Labels.find(List.of(values()), RecordFormat::label, "with --records, --as", name);
  }
}
