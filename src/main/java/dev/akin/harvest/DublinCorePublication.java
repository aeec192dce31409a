package dev.akin.harvest;

import dev.akin.paper.Publication;
import dev.akin.read.value.PublicationFields;
import dev.akin.read.value.WorkType;
import dev.akin.read.xml.XmlNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads where a paper was published from Dublin Core: the type, the publisher, ISBN and ISSN, and
/// the issue if the source is written as OJS does, `Journal of Bees; Vol. 3 No. 2 (2019); 12-34`.
final class DublinCorePublication {
  /// COAR's types of resources.
  private static final Map<String, String> COAR =
      Map.ofEntries(
          Map.entry("c_6501", "article-journal"),
          Map.entry("c_2df8fbb1", "article-journal"),
          Map.entry("c_dcae04bc", "article-journal"),
          Map.entry("c_5794", "paper-conference"),
          Map.entry("c_c94f", "paper-conference"),
          Map.entry("c_46ec", "thesis"),
          Map.entry("c_db06", "thesis"),
          Map.entry("c_bdcc", "thesis"),
          Map.entry("c_7a1f", "thesis"),
          Map.entry("c_2f33", "book"),
          Map.entry("c_3248", "chapter"),
          Map.entry("c_93fc", "report"),
          Map.entry("c_18ws", "report"),
          Map.entry("c_8042", "report"),
          Map.entry("c_816b", "article"),
          Map.entry("c_ddb1", "dataset"));

  private static final Pattern ISSUE =
      Pattern.compile(
          "(?iu)([^;]{2,200}); (?:vol|v|bd|band|t|tom[eo]?|año|ano)\\.? ?([\\w-]{1,12})"
              + "(?:,? (?:no|n|nr|núm|num|n[º°o]|issue|heft|h)\\.? ?([\\w/-]{1,12}))?[^;]{0,200}"
              + "(?:; (?:pp?\\. ?)?([\\w]{1,10}(?:[-–][\\w]{1,10})?))?");

  private static final Pattern ISBN = Pattern.compile("(?i)(?:.*isbn.*|97[89][- 0-9xX]{10,14})");
  private static final Pattern ISSN = Pattern.compile("(?i).*issn.*|[0-9]{4}-[0-9]{3}[0-9x]");

  private DublinCorePublication() {}

  static Publication of(XmlNode.Element values) {
    Matcher issue =
        OaiDublinCore.texts(values, "source")
            .map(ISSUE::matcher)
            .filter(Matcher::matches)
            .findFirst()
            .orElse(null);
    return PublicationFields.clean(
        new Publication(
            OaiDublinCore.texts(values, "type")
                .map(DublinCorePublication::type)
                .filter(type -> !type.isEmpty())
                .findFirst()
                .orElse(""),
            group(issue, 1),
            group(issue, 2),
            group(issue, 3),
            group(issue, 4),
            OaiDublinCore.texts(values, "publisher").findFirst().orElse(""),
            PublicationFields.isbn(numbers(values, ISBN)),
            PublicationFields.issn(numbers(values, ISSN))));
  }

  private static String type(String written) {
    String last = written.substring(written.lastIndexOf('/') + 1);
    return COAR.getOrDefault(last, WorkType.of(last));
  }

  private static String group(@Nullable Matcher issue, int number) {
    String group = issue == null ? null : issue.group(number);
    return group == null ? "" : group;
  }

  private static String numbers(XmlNode.Element values, Pattern kind) {
    return Stream.of("identifier", "source", "relation")
        .flatMap(child -> OaiDublinCore.texts(values, child))
        .filter(text -> kind.matcher(text).matches())
        .collect(Collectors.joining("; "));
  }
}
