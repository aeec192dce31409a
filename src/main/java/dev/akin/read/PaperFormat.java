package dev.akin.read;

import dev.akin.base.Printable;
import dev.akin.paper.Paper;
import dev.akin.read.format.AclXml;
import dev.akin.read.format.Medline;
import dev.akin.read.format.PubmedXml;
import dev.akin.read.format.Refer;
import dev.akin.read.format.Ris;
import dev.akin.read.format.TaggedFile;
import dev.akin.read.format.Tagging;
import dev.akin.read.format.WebOfScience;
import dev.akin.read.format.bibtex.Bibtex;
import dev.akin.read.format.bibtex.BibtexBlocks;
import dev.akin.read.format.csv.Csv;
import dev.akin.read.format.json.AkinJson;
import dev.akin.read.format.json.ArxivJson;
import dev.akin.read.format.json.CslJson;
import dev.akin.read.format.json.DailyPapers;
import dev.akin.read.format.json.JsonLines;
import dev.akin.read.format.json.OpenAlex;
import dev.akin.read.format.json.SemanticScholar;
import dev.akin.read.latex.LatexText;
import dev.akin.read.record.LineReader;
import dev.akin.read.record.RecordReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The formats of papers. A file of any format may be a gzip, which is recognized by its content.
///
/// JSON objects may stand one on each line, in one array, or over many lines each.
///
/// In every format LaTeX becomes plain text, formulas included ([LatexText]): in BibTeX all of it,
/// in the other formats only what is certainly LaTeX.
public enum PaperFormat {
  /// One JSON object per line, with `id` and `title`, and where known `abstract`, `authors`, `date`
  /// or `year`, `categories`, `url`, `doi`. Other keys are ignored.
  AKIN_JSON("akin-json", "one JSON object per line with id, title, abstract and more"),

  /// arXiv's metadata snapshot: one JSON object per line. The date is that of the first version.
  ARXIV_JSON("arxiv-json", "arXiv's metadata snapshot, one JSON object per line"),

  /// The text of Hugging Face's "Daily Papers" pages, as copied from a browser. Ids are made of the
  /// titles.
  DAILY_PAPERS("daily-papers", "the text of Hugging Face \"Daily Papers\" pages"),

  /// BibTeX and BibLaTeX. Citation keys are names; the id is the DOI, or made of first author, year
  /// and title.
  BIBTEX("bibtex", "a BibTeX file"),

  /// RIS, which reference managers and publishers export. The id is the DOI; without one it is made
  /// of first author, year and title. The record's own number is a name.
  RIS("ris", "a RIS file"),

  /// CSL's JSON, as Zotero exports it and as Crossref's API answers. The id as in [#RIS].
  CSL_JSON("csl-json", "an array of CSL's JSON, as Zotero exports it, or answers of Crossref"),

  /// The ACL Anthology's XML, one collection per file. Ids are the Anthology's.
  ACL_XML("acl-xml", "the ACL Anthology's XML"),

  /// Works of OpenAlex, as in its snapshot, one JSON object per line, or as its API answers. Ids
  /// look like `W2741809807`.
  OPENALEX("openalex", "OpenAlex's works, one JSON object per line, or answers of its API"),

  /// A CSV with a header that names a column `title`, separated by commas, semicolons or tabs. The
  /// id is that of a column for ids; without one as in [#RIS].
  CSV("csv", "a CSV whose header names a column title"),

  /// PubMed's file for reference managers, `.nbib`. Ids look like `pmid:111`.
  MEDLINE("medline", "PubMed's .nbib file"),

  /// Web of Science's tagged file, `.ciw` or plain text. Ids look like `WOS:000123`.
  WEB_OF_SCIENCE("web-of-science", "Web of Science's .ciw file"),

  /// EndNote's `.enw`, the format of refer. The id as in [#RIS].
  REFER("refer", "EndNote's .enw file"),

  /// Papers of Semantic Scholar: answers of its API, or its data sets with one JSON object per
  /// line. The id is the DOI; without one that at arXiv; without both it looks like `s2:649def34`.
  SEMANTIC_SCHOLAR("semantic-scholar", "Semantic Scholar's papers in JSON"),

  /// PubMed's XML. Ids as in [#MEDLINE].
  PUBMED_XML("pubmed-xml", "PubMed's XML");

  private final String id;
  private final String description;

  PaperFormat(String id, String description) {
    this.id = id;
    this.description = description;
  }

  /// The format with this name on the command line.
  ///
  /// @throws IllegalArgumentException if there is none; the message lists all names
  public static PaperFormat byName(String name) {
    return Arrays.stream(values())
        .filter(format -> format.id.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  static PaperFormat of(Tagging tagging) {
    return switch (tagging) {
      case RIS -> RIS;
      case MEDLINE -> MEDLINE;
      case WEB_OF_SCIENCE -> WEB_OF_SCIENCE;
      case REFER -> REFER;
    };
  }

  private static String unknown(String name) {
    String known =
        Arrays.stream(values()).map(PaperFormat::toString).collect(Collectors.joining(", "));
    return "unknown format " + Printable.quote(name) + "; the formats are " + known;
  }

  /// What such a file looks like, in one line.
  public String description() {
    return description;
  }

  RecordReader reader(LineReader lines, ReadOptions options) {
    return switch (this) {
      case AKIN_JSON -> new JsonLines(lines, AkinJson.KEYS, AkinJson::paper);
      case ARXIV_JSON -> new JsonLines(lines, ArxivJson.KEYS, ArxivJson::paper);
      case DAILY_PAPERS -> new DailyPapers(lines, options.year());
      case BIBTEX -> new Bibtex(lines);
      case RIS -> new TaggedFile(lines, Tagging.RIS, Ris::paper);
      case CSL_JSON -> new JsonLines(lines, CslJson.KEYS, CslJson::paper);
      case ACL_XML -> new AclXml(lines);
      case OPENALEX -> new JsonLines(lines, OpenAlex.KEYS, OpenAlex::paper);
      case CSV -> new Csv(lines);
      case MEDLINE -> new TaggedFile(lines, Tagging.MEDLINE, Medline::paper);
      case WEB_OF_SCIENCE -> new TaggedFile(lines, Tagging.WEB_OF_SCIENCE, WebOfScience::paper);
      case PUBMED_XML -> new PubmedXml(lines);
      case SEMANTIC_SCHOLAR -> new JsonLines(lines, SemanticScholar.KEYS, SemanticScholar::paper);
      case REFER -> new TaggedFile(lines, Tagging.REFER, Refer::paper);
    };
  }

  /// Whether a file that begins so can do without records: a JSON list, an XML document or a header
  /// without anything after it, and BibTeX with only comments and strings.
  boolean mayBeEmpty(byte[] head) {
    return switch (this) {
      case RIS, MEDLINE, WEB_OF_SCIENCE, REFER, DAILY_PAPERS -> false;
      case BIBTEX -> {
        List<String> lines = new String(head, StandardCharsets.UTF_8).lines().toList();
        yield lines.stream().anyMatch(BibtexBlocks::isStart)
            || lines.stream().allMatch(line -> line.isBlank() || line.startsWith("%"));
      }
      default -> true;
    };
  }

  /// A paper from such a file, with its LaTeX as plain text. In BibTeX, all of which is LaTeX, it
  /// is plain already.
  Paper plain(Paper paper) {
    return this == BIBTEX ? paper : LatexText.mixed(paper);
  }

  /// Its name on the command line, such as `akin-json`.
  @Override
  public String toString() {
    return id;
  }
}
