package dev.akin.harvest;

import dev.akin.read.value.Placeholder;
import java.util.regex.Pattern;

/// Tells the abstract of a paper from what else repositories write into a description: remarks on
/// the record, the file, the printed thesis, the sponsor or the licence, and tables of contents.
final class DescriptionRemark {
  private static final int MIN_ABSTRACT_CHARS = 40;

  /// How many ` -- ` a table of contents has at least.
  private static final int MIN_DASHES = 3;

  private static final String THESIS =
      "(?:(?:master|magister|bachelor|doctor|ph\\.? ?d|m\\.? ?sc)\\p{L}{0,6}(?:['’]?s)?\\.?[ -]?)?"
          + "(?:thesis|theses|dissertation|diss\\.|treball|tesis|tesi|tese|dissertação|monografia"
          + "|mémoire|thèse|proefschrift|scriptie|avhandling|afhandling|masteroppgave|masterarbeit"
          + "|bachelorarbeit|diplomarbeit|habilitation\\p{L}{0,8}|trabajo (?:de )?fin de \\p{L}{1,12}"
          + "|trabalho de conclusão de curso)";

  /// What remarks begin with.
  private static final Pattern REMARK =
      Pattern.compile(
          "(?iu)(?:"
              + String.join(
                  "|",
                  "(?:comments?|funding|keywords?|note|notes|embargo\\w*|supervisor|advisors?|rights"
                      + "|bibliography|source|sponsors?|sponsorship|acknowledge?ments?|contents"
                      + "|table of contents|citation|how to cite):",
                  "(?:made available|submitted by|approved for entry|rejected by|item"
                      + " (?:created|withdrawn|reinstated)|workflow started|restricted (?:to|until)"
                      + "|access restricted|embargoed until|peer[- ]reviewed|non peer|title from"
                      + "|description based on|mode of access|cover title|typescript|includes"
                      + " (?:bibliographical|index|vita)|digiti[sz]ed|published version"
                      + "|(?:(?:final|author|authors?['’]s?),? )?accepted (?:manuscript|version)|provided by the publisher|(?:inter)?national audience"
                      + "|audience (?:inter)?nationale|licensed under|supported by|funded by"
                      + "|financial support|in copyright|creative commons|cc by|to cite|originally"
                      + " published|first published|published (?:in|by|online)|thesis advis[eo]r"
                      + "|orientador|(?:chapter )?[1i]\\.? introduction)(?!\\w)",
                  "(?:(?:a|this) )?"
                      + THESIS
                      + " (?:is |was )?(?:submitted|presented) (?:in|to|for|by)(?!\\w)",
                  THESIS + "\\s?\\([^)]{1,40}\\)",
                  THESIS
                      + ".{0,200}[,.:;()–-]\\s{0,2}(?:[\\p{L}.]{1,20}\\s){0,3}[12][0-9]{3}(?:[-/][0-9]{2,4})?"
                      + "[).]{0,2}$",
                  "tesis (?:doctoral )?inédita",
                  "zugl\\.",
                  "full[- ]text (?:is |only |not )?(?:available|restricted)",
                  "(?:this|the) (?:work|research|study|project|paper|author)s? (?:was|were|is|has been)"
                      + " (?:partially |partly |financially )?(?:supported|funded|financed|sponsored)(?!\\w)",
                  "this is (?:the|an?) (?:peer[- ]reviewed|author|accepted|published version|final"
                      + "|pre-?print|post-?print|open[- ]access)",
                  "this (?:work|article|paper|item|thesis|document|book|publication) (?:is|was|has been)"
                      + " (?:licen[sc]ed|accepted (?:for|by)|published (?:in|by|under|as)|made available"
                      + "|distributed under|originally|protected by|digiti[sz]ed|scanned)(?!\\w)",
                  "(?:this|the) (?:item|record|full[- ]text|document|files?) (?:of this item"
                      + " |associated with this \\w{1,12} )?(?:is|are) (?:not )?(?:currently )?"
                      + "(?:restricted|available|under|embargoed)",
                  "(?:[ivxlc]{1,9}, )?[0-9]{1,4} (?:pages|leaves|pp?\\.?) ?[,;:]",
                  "(?:©|copyright (?:©|\\(c\\)|[0-9]{4}|by)).{0,120}$",
                  // A reference: Doe, J., Roe, K. (2015)
                  "(?-i:\\p{Lu}[\\p{L}'’-]{1,30}, (?:\\p{Lu}\\.[ -]?){1,3}(?:,|&|and|\\())",
                  ".*(?:no\\. of bitstreams|checksum: [0-9a-f]{32}"
                      + "|on [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})")
              + ")",
          Pattern.DOTALL);

  private static final Pattern LABEL =
      Pattern.compile(
          "(?iu)^(?:abstract|summary|resumo|resumen|resum|résumé|zusammenfassung|kurzfassung"
              + "|riassunto|abstrakt|sammanfattning|sammendrag|samenvatting)\\s?[:.–—-]\\s+");

  private DescriptionRemark() {}

  /// The description without a label such as `Abstract:`; empty if it is a remark, or too short for
  /// an abstract.
  static String without(String description) {
    String text = LABEL.matcher(description).replaceFirst("");
    boolean remark =
        text.length() < MIN_ABSTRACT_CHARS
            || Placeholder.is(text)
            || OaiDublinCore.LINK.matcher(text).matches()
            || text.split(" -- ", MIN_DASHES + 1).length > MIN_DASHES
            || REMARK.matcher(text).lookingAt();
    return remark ? "" : text;
  }
}
