package dev.akin.write;

import dev.akin.paper.Publication;
import java.util.Arrays;

/// The types of works that BibTeX and RIS have, by those of CSL.
///
/// @param csl CSL's name
/// @param ris the type of RIS
/// @param bibtex the type of an entry
/// @param container the field of BibTeX for the journal or the book
/// @param publisher the field of BibTeX for the publisher
enum CitedType {
  ARTICLE("article-journal", "JOUR", "article", "journal", "publisher"),
  MAGAZINE("article-magazine", "MGZN", "article", "journal", "publisher"),
  NEWSPAPER("article-newspaper", "NEWS", "article", "journal", "publisher"),
  CONFERENCE("paper-conference", "CPAPER", "inproceedings", "booktitle", "publisher"),
  CHAPTER("chapter", "CHAP", "incollection", "booktitle", "publisher"),
  BOOK("book", "BOOK", "book", "booktitle", "publisher"),
  THESIS("thesis", "THES", "phdthesis", "booktitle", "school"),
  REPORT("report", "RPRT", "techreport", "booktitle", "institution"),
  DATASET("dataset", "DATA", "misc", "booktitle", "publisher"),
  SOFTWARE("software", "COMP", "misc", "booktitle", "publisher"),
  WEBPAGE("webpage", "ELEC", "misc", "booktitle", "publisher"),
  PATENT("patent", "PAT", "misc", "booktitle", "publisher"),
  MANUSCRIPT("manuscript", "UNPB", "misc", "booktitle", "publisher"),
  STANDARD("standard", "STAND", "misc", "booktitle", "publisher"),
  OTHER("", "GEN", "misc", "booktitle", "publisher");

  private final String csl;
  private final String ris;
  private final String bibtex;
  private final String container;
  private final String publisher;

  CitedType(String csl, String ris, String bibtex, String container, String publisher) {
    this.csl = csl;
    this.ris = ris;
    this.bibtex = bibtex;
    this.container = container;
    this.publisher = publisher;
  }

  /// The type of a publication. What has a journal and no type is an article.
  static CitedType of(Publication publication) {
    if (publication.type().isEmpty() && !publication.container().isEmpty()) {
      return ARTICLE;
    }
    return Arrays.stream(values())
        .filter(type -> type.csl.equals(publication.type()))
        .findFirst()
        .orElse(OTHER);
  }

  /// CSL's name.
  String csl() {
    return csl;
  }

  /// The type of RIS.
  String ris() {
    return ris;
  }

  /// The type of an entry of BibTeX.
  String bibtex() {
    return bibtex;
  }

  /// The field of BibTeX for the journal or the book.
  String container() {
    return container;
  }

  /// The field of BibTeX for the publisher.
  String publisher() {
    return publisher;
  }
}
