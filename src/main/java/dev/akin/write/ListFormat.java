package dev.akin.write;

/// The formats of a list of papers, beside JSON: those that other programs read.
public enum ListFormat {
  /// For LaTeX and reference managers.
  BIBTEX("bibtex", "application/x-bibtex"),

  /// For reference managers.
  RIS("ris", "application/x-research-info-systems"),

  /// For spreadsheets, with the fields that the list is restricted to.
  CSV("csv", "text/csv"),

  /// For feed readers.
  ATOM("atom", "application/atom+xml");

  private final String label;
  private final String mediaType;

  ListFormat(String label, String mediaType) {
    this.label = label;
    this.mediaType = mediaType;
  }

  /// Its name over HTTP and on the command line.
  public String label() {
    return label;
  }

  /// Its media type without parameters.
  public String mediaType() {
    return mediaType;
  }

  /// Its media type with the charset, which is always UTF-8.
  public String contentType() {
    return mediaType + "; charset=utf-8";
  }

  /// A list in this format: the same list gives the same text in every locale and time zone. It
  /// ends with a line break.
  public String write(PaperList list) {
    String text =
        switch (this) {
          case BIBTEX -> BibtexFile.of(list);
          case RIS -> RisFile.of(list);
          case CSV -> CsvTable.of(list);
          case ATOM -> AtomFeed.of(list);
        };
    return text.isEmpty() ? "\n" : text;
  }
}
