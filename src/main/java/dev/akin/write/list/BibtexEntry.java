package dev.akin.write.list;

import dev.akin.paper.Identifiers;
import dev.akin.paper.Paper;
import dev.akin.paper.PersonName;
import dev.akin.paper.PlainText;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.write.text.WebLink;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.Key;
import org.jbibtex.KeyValue;
import org.jbibtex.StringValue;
import org.jspecify.annotations.Nullable;

/// A paper as an entry of BibTeX.
///
/// Its type is `@misc` if it is not known where the paper was published: `@article` requires a
/// journal. A type that BibTeX does not have is kept in `entrysubtype`. `url`, `doi` and `eprint`
/// are not escaped, because no program reads LaTeX in them.
final class BibtexEntry {
  private static final String ARXIV = "arxiv:";
  private static final int MONTH_LETTERS = 3;

  /// Would split a name into several, or reverse it.
  private static final Pattern SEPARATORS =
      Pattern.compile("(?i)[,;]|(?:^|\\s)(?:and|&)(?:\\s|$)|^others$");

  /// Characters with a meaning in BibTeX or TeX, even in fields without LaTeX.
  private static final Pattern SPECIAL = Pattern.compile("[{}\\\\^]");

  private final BibTeXEntry entry;

  private BibtexEntry(BibTeXEntry entry) {
    this.entry = entry;
  }

  static BibTeXEntry of(Paper paper, CitationKeys keys) {
    BibTeXEntry entry =
        new BibTeXEntry(new Key(type(paper.publication()).bibtex()), new Key(keys.of(paper)));
    BibtexEntry fields = new BibtexEntry(entry);
    fields.add(paper);
    fields.putIfThere("ids", String.join(",", keys.aliases(paper))); // aliases, for biber
    return entry;
  }

  private static CitedType type(Publication publication) {
    CitedType type = CitedType.of(publication);
    boolean needsContainer = type.bibtex().equals("article") || type.bibtex().startsWith("in");
    return needsContainer && publication.container().isEmpty() ? CitedType.OTHER : type;
  }

  private void add(Paper paper) {
    put("title", "{" + latex(paper.title()) + "}"); // in braces no style changes capitals
    putIfThere("author", authors(paper.authors()));
    if (paper.date() != null) {
      putDate(paper.date());
    }
    putPublication(paper.publication());
    putIfThere("abstract", latex(paper.abstractText()));
    putIfThere("keywords", latex(KeywordText.of(paper.categories())));
    putIfThere("url", WebLink.of(paper));
    putIfThere("doi", paper.doi() == null ? null : verbatim(paper.doi()));
    Identifiers.of(paper).stream()
        .filter(name -> name.startsWith(ARXIV))
        .findFirst()
        .ifPresent(name -> putEprint(name.substring(ARXIV.length())));
  }

  private void putDate(PublicationDate date) {
    put("year", Integer.toString(date.year()));
    if (date.month() > 0) {
      String month = Month.of(date.month()).name().substring(0, MONTH_LETTERS);
      entry.addField(new Key("month"), new KeyValue(month.toLowerCase(Locale.ROOT)));
    }
    if (date.day() > 0) {
      put("day", Integer.toString(date.day()));
    }
  }

  private void putPublication(Publication publication) {
    CitedType type = type(publication);
    String csl = publication.type();
    boolean own = type.csl().equals(csl) && !type.bibtex().equals("misc");
    if (!own || type == CitedType.MAGAZINE || type == CitedType.NEWSPAPER) {
      putIfThere("entrysubtype", csl);
    }
    putIfThere(type.container(), container(type, publication.container()));
    putIfThere("volume", latex(publication.volume()));
    putIfThere("number", latex(publication.number()));
    putIfThere("pages", latex(publication.pages()).replace("-", "--"));
    putIfThere(type.publisher(), latex(publication.publisher()));
    putIfThere("isbn", latex(publication.isbn()));
    putIfThere("issn", latex(publication.issn()));
  }

  /// In braces, so that no program changes the capitals of a book's title as it does a paper's.
  private static String container(CitedType type, String title) {
    boolean isBook = type.container().equals("booktitle") && !title.isEmpty();
    return isBook ? "{" + latex(title) + "}" : latex(title);
  }

  private void putEprint(String id) {
    put("eprint", verbatim(id));
    put("archiveprefix", "arXiv");
  }

  private static String authors(List<String> names) {
    return names.stream()
        .map(PlainText::of)
        .filter(name -> !name.isEmpty())
        .map(BibtexEntry::author)
        .collect(Collectors.joining(" and "));
  }

  private static String author(String name) {
    PersonName parts = PersonName.of(name);
    boolean group = parts.whole() && name.contains(" ");
    boolean divided = !parts.suffix().isEmpty();
    if (group || SEPARATORS.matcher(divided ? parts.given() + " " + parts.family() : name).find()) {
      return "{" + Latex.of(name) + "}";
    }
    if (divided) {
      return Latex.of(parts.family() + ", " + parts.suffix() + ", " + parts.given());
    }
    boolean familyLast = parts.whole() || name.endsWith(parts.family());
    return Latex.of(familyLast ? name : parts.family() + ", " + parts.given());
  }

  private static String verbatim(String name) {
    return WebLink.encoded(SPECIAL, name);
  }

  private static String latex(String text) {
    return Latex.of(PlainText.of(text));
  }

  private void putIfThere(String field, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      put(field, value);
    }
  }

  private void put(String field, String value) {
    entry.addField(new Key(field), new StringValue(value, StringValue.Style.BRACED));
  }
}
