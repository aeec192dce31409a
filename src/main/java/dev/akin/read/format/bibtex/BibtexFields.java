package dev.akin.read.format.bibtex;

import dev.akin.paper.Doi;
import dev.akin.paper.Publication;
import dev.akin.read.format.json.CslJson;
import dev.akin.read.latex.LatexText;
import dev.akin.read.markup.MarkupText;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.value.PublicationFields;
import dev.akin.read.value.WorkType;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The fields of a BibTeX entry as LaTeX, by their names in lower case. An absent field is empty.
final class BibtexFields {
  /// What an entry takes from the entry that its `crossref` names: what they have in common, not
  /// what makes the other one a work of its own.
  private static final Set<String> COMMON =
      Set.of(
          "year",
          "month",
          "day",
          "date",
          "publisher",
          "editor",
          "series",
          "volume",
          "number",
          "address",
          "location",
          "organization",
          "isbn",
          "issn",
          "language",
          "langid",
          "url");

  /// The type of the entry, under a name that no field has.
  static final String TYPE = "entry type";

  /// The title of the entry that `crossref` names.
  private static final String TITLE_OF_PARENT = "title of parent";

  private static final String ARXIV = "arXiv";

  private static final Pattern ONLY_DOI =
      Pattern.compile("(?i)(?:https?://(?:dx\\.)?doi\\.org/|doi:?\\s?)10\\.\\S+");

  private static final Pattern BETWEEN_KEYS = Pattern.compile(",");

  private static final List<String> TITLES = List.of("title", "booktitle", "shorttitle");

  private final String key;
  private final Map<String, String> fields;

  /// @param key the citation key; empty if there is none
  /// @param fields by their names in lower case
  BibtexFields(String key, Map<String, String> fields) {
    this.key = key;
    this.fields = fields;
  }

  /// The citation key, and others for the same work.
  String[] keys() {
    return Stream.concat(Stream.of(key), BETWEEN_KEYS.splitAsStream(fields.getOrDefault("ids", "")))
        .toArray(String[]::new);
  }

  /// The LaTeX of the title, with the subtitle.
  ///
  /// @throws BadRecordException if there is none; an empty one is one
  String title() throws BadRecordException {
    String title =
        TITLES.stream()
            .filter(fields::containsKey)
            .findFirst()
            .map(this::latex)
            .orElseThrow(() -> new BadRecordException("title is missing"));
    return Stream.of(title, latex("subtitle"))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(": "));
  }

  /// The DOI in its own field, in an address, or as all that a note says.
  @Nullable String doi() {
    String doi = Doi.ofField(link("doi"));
    return doi != null
        ? doi
        : Stream.concat(
                Stream.of(link("url")),
                Stream.of("howpublished", "note")
                    .map(this::link)
                    .filter(note -> ONLY_DOI.matcher(note).matches()))
            .map(Doi::ofIdentifier)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  /// What may name the paper at arXiv: `eprint`, and others that programs use for it.
  Stream<String> arxivMentions() {
    String archive = text("archiveprefix") + text("eprinttype");
    boolean ofArxiv = archive.isEmpty() || archive.equalsIgnoreCase(ARXIV);
    boolean inArxiv =
        Stream.of("institution", "publisher").map(this::text).anyMatch(ARXIV::equalsIgnoreCase);
    return Stream.of(
        ofArxiv ? ARXIV + ":" + link("eprint") + " " + ARXIV + ":" + link("arxivid") : "",
        text("journal"),
        link("note"),
        link("volume"),
        link("howpublished"),
        (inArxiv ? ARXIV + ":" : "") + link("number"),
        link("pages"),
        link("eid"));
  }

  /// Where the work was published.
  Publication publication() {
    return PublicationFields.clean(
        new Publication(
            type(),
            fields.containsKey("title")
                ? first("journal", "journaltitle", "booktitle", TITLE_OF_PARENT)
                : first("journal", "journaltitle"),
            text("volume"),
            first("number", "issue"),
            first("pages", "eid", "article-number"),
            first("publisher", "school", "institution", "organization"),
            text("isbn"),
            text("issn")));
  }

  /// CSL's name of the type. BibLaTeX distinguishes a `magazine` by the subtype.
  private String type() {
    String subtype = text("entrysubtype");
    return Stream.of(subtype, "article-" + subtype)
        .filter(CslJson::isType)
        .findFirst()
        .orElseGet(() -> WorkType.of(latex(TYPE)));
  }

  /// The first of these fields that is not empty.
  private String first(String... names) {
    return Stream.of(names).map(this::text).filter(text -> !text.isEmpty()).findFirst().orElse("");
  }

  /// The plain text of a field.
  String text(String name) {
    return MarkupText.ofLatex(latex(name));
  }

  /// The address in a field.
  String link(String name) {
    return LatexText.link(latex(name));
  }

  /// The LaTeX of a field, with its macros replaced.
  String latex(String name) {
    return fields.getOrDefault(name, "");
  }

  /// The keys of the entries that this one takes fields from.
  List<String> parents() {
    return Stream.of("crossref", "xdata")
        .flatMap(name -> Arrays.stream(text(name).split(",")))
        .map(String::strip)
        .filter(key -> !key.isEmpty())
        .toList();
  }

  /// What other entries can take from this one.
  ///
  /// @param all whether that is everything, as in an entry of data only
  BibtexFields common(boolean all) {
    Map<String, String> common = new HashMap<>(fields);
    if (!all) {
      common.keySet().retainAll(COMMON);
      common.put(TITLE_OF_PARENT, fields.getOrDefault("booktitle", latex("title")));
    }
    return new BibtexFields(key, common);
  }

  /// These fields, and what they lack of the parents'.
  BibtexFields with(Collection<BibtexFields> parents) {
    Map<String, String> whole = new HashMap<>(fields);
    parents.forEach(parent -> parent.fields.forEach(whole::putIfAbsent));
    return new BibtexFields(key, whole);
  }
}
