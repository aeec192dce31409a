package dev.akin.write.list;

/// The formats of a list of papers for other programs, except JSON.
public enum ListFormat {
  /// For LaTeX and reference managers.
  BIBTEX("bibtex", "application/x-bibtex"),

  /// For reference managers.
  RIS("ris", "application/x-research-info-systems"),

  /// For citation processors and reference managers.
  CSL_JSON("csl-json", "application/vnd.citationstyles.csl+json"),

  /// For spreadsheets; with the chosen fields only.
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

  /// A list in this format. The same list gives the same text in every locale and time zone. The
  /// text ends with a line break.
  public String write(PaperList list) {
    String text =
        switch (this) {
          case BIBTEX -> BibtexFile.of(list);
          case RIS -> RisFile.of(list);
          case CSL_JSON -> CslFile.of(list);
          case CSV -> CsvTable.of(list);
          case ATOM -> AtomFeed.of(list);
        };
    return text.isEmpty() ? "\n" : text;
  }
}
