package dev.akin.write.list;

import dev.akin.paper.Publication;
import java.util.Arrays;

/// The types of works that BibTeX and RIS have, by those of CSL.
enum CitedType {
  ARTICLE("article-journal", "JOUR", "article"),
  MAGAZINE("article-magazine", "MGZN", "article"),
  NEWSPAPER("article-newspaper", "NEWS", "article"),
  CONFERENCE("paper-conference", "CPAPER", "inproceedings"),
  CHAPTER("chapter", "CHAP", "incollection"),
  BOOK("book", "BOOK", "book"),
  THESIS("thesis", "THES", "phdthesis"),
  REPORT("report", "RPRT", "techreport"),
  DATASET("dataset", "DATA", "misc"),
  SOFTWARE("software", "COMP", "misc"),
  WEBPAGE("webpage", "ELEC", "misc"),
  PATENT("patent", "PAT", "misc"),
  MANUSCRIPT("manuscript", "UNPB", "misc"),
  STANDARD("standard", "STAND", "misc"),
  OTHER("", "GEN", "misc");

  private final String csl;
  private final String ris;
  private final String bibtex;

  /// By CSL's name, the type of RIS, and the type of an entry of BibTeX.
  CitedType(String csl, String ris, String bibtex) {
    this.csl = csl;
    this.ris = ris;
    this.bibtex = bibtex;
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
    return bibtex.equals("article") ? "journal" : "booktitle";
  }

  /// The field of BibTeX for the publisher.
  String publisher() {
    return switch (this) {
      case THESIS -> "school";
      case REPORT -> "institution";
      default -> "publisher";
    };
  }
}
