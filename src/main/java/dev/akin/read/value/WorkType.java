package dev.akin.read.value;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Turns the types of works that formats and databases have into those of CSL.
public final class WorkType {
  private static final Pattern MORE = Pattern.compile("[;|].*", Pattern.DOTALL);
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z]+");

  /// CSL's type, and the names of others for it without spaces and signs.
  private static final Map<String, List<String>> OTHERS =
      Map.ofEntries(
          Map.entry(
              "article-journal",
              names(
                  "article journalarticle articlejournal researcharticle originalarticle review"
                      + " reviewarticle editorial letter erratum note shortsurvey datapaper jour"
                      + " jfull ejour ejournal inpr abst j suppperiodical periodicalarticle")),
          Map.entry("article-magazine", names("magazinearticle mgzn")),
          Map.entry("article-newspaper", names("newspaperarticle news newspaper")),
          Map.entry("article", names("preprint postedcontent unpublishedpreprint")),
          Map.entry(
              "paper-conference",
              names(
                  "conference conferencepaper conferencearticle conferenceproceedingsarticle"
                      + " conferenceproceedings conferenceproceeding inproceedings"
                      + " proceedingsarticle proceedingspaper proceeding conf cpaper c"
                      + " conferenceabstract meetingabstract workshoppaper"
                      + " conferenceobject conferenceorworkshopitem")),
          Map.entry(
              "chapter",
              names("bookchapter booksection bookpart incollection inbook suppbook chap echap")),
          Map.entry(
              "book",
              names(
                  "monograph editedbook referencebook proceedings collection mvbook mvproceedings"
                      + " mvcollection ebook edbook bookseries b")),
          Map.entry(
              "thesis",
              names(
                  "phdthesis mastersthesis masterthesis doctoralthesis bachelorthesis dissertation"
                      + " thesis thes")),
          Map.entry(
              "report",
              names(
                  "techreport technicalreport reportpaper reportcomponent workingpaper rprt"
                      + " govdoc reportseries")),
          Map.entry("dataset", names("data database")),
          Map.entry("software", names("computerprogram comp")),
          Map.entry("webpage", names("online electronic www elec icomm website")),
          Map.entry("post-weblog", names("blogpost blog")),
          Map.entry("manuscript", names("unpublished unpb manscpt")),
          Map.entry("patent", names("pat")),
          Map.entry("standard", names("stand")),
          Map.entry("entry-encyclopedia", names("encyclopediaarticle encyc referenceentry")),
          Map.entry("entry-dictionary", names("dictionaryentry dict")),
          Map.entry("speech", names("presentation slide")));

  private static final Map<String, String> TYPES = types();

  private WorkType() {}

  private static List<String> names(String names) {
    return List.of(names.split(" ", -1));
  }

  private static Map<String, String> types() {
    Map<String, String> types = new HashMap<>();
    OTHERS.forEach(
        (type, others) -> {
          types.put(bare(type), type);
          others.forEach(other -> types.put(other, type));
        });
    types.put("article", "article-journal");
    return Map.copyOf(types);
  }

  /// CSL's name of a type.
  ///
  /// @param name as a format has it, such as `Journal Article`, `inproceedings` or `CHAP`; of
  ///   several, the first counts
  /// @return empty if there is none
  public static String of(String name) {
    return TYPES.getOrDefault(bare(MORE.matcher(name).replaceFirst("")), "");
  }

  private static String bare(String name) {
    return BETWEEN_WORDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
