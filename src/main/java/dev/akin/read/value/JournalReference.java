package dev.akin.read.value;

import dev.akin.paper.Publication;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the reference to a journal that authors write at arXiv: `Phys. Rev. D 76, 013009 (2007)`,
/// `J. Bees 12 (2020) 101-110`, `J.Bees12:101-110,2020`.
///
/// Only these forms are taken apart. Any other text is kept whole as the container, so that nothing
/// is put where it does not belong.
///
/// @hidden public for its own room only
public final class JournalReference {
  private static final String JOURNAL = "(\\p{Lu}[^\\d,;:()]{1,80}?)";
  private static final String VOLUME = ",?\\s?(?:[Vv]ol(?:ume|\\.)?\\s?)?(\\d{1,4})";
  private static final String NUMBER =
      "(?:\\s?\\(([0-9]{1,3}(?:-[0-9]{1,3})?)\\)|,\\s?(?:[Nn]o|[Ii]ssue|[Nn]umber)\\.?\\s?([0-9-]{1,7}))?";
  private static final String PAGES =
      "(?:pp?\\.?\\s?|pages?\\s|[Aa]rticle\\s)?([A-Za-z]?\\d{1,7}(?:\\s?[-–]{1,2}\\s?[A-Za-z]?\\d{1,7})?)";
  private static final String YEAR = "(?:1[89]|20)\\d{2}";

  private static final List<Pattern> FORMS =
      Stream.of(
              VOLUME + NUMBER + "\\s?[,:]\\s?" + PAGES + "\\s?(?:,\\s?|\\()" + YEAR + "\\)?",
              VOLUME + NUMBER + ",?\\s?\\(" + YEAR + "\\),?:?\\s?" + PAGES)
          .map(form -> Pattern.compile(JOURNAL + form + "\\.?"))
          .toList();

  private static final Pattern PROCEEDINGS =
      Pattern.compile("(?i)(?<!\\p{L})(?:proceedings|conference|workshop|symposium)(?!\\p{L})");

  private JournalReference() {}

  /// Where the paper was published.
  ///
  /// @param reference may be empty
  public static Publication of(String reference) {
    if (Placeholder.is(reference)) {
      return Publication.UNKNOWN;
    }
    for (Pattern form : FORMS) {
      Matcher parts = form.matcher(reference);
      if (parts.matches()) {
        String number = parts.group(3) == null ? parts.group(4) : parts.group(3);
        return PublicationFields.clean(
            Publication.of(
                List.of(
                    "article-journal",
                    parts.group(1).strip(),
                    parts.group(2),
                    number == null ? "" : number,
                    parts.group(5))));
      }
    }
    boolean inProceedings = PROCEEDINGS.matcher(reference).find();
    return PublicationFields.clean(
        Publication.of(List.of(inProceedings ? "paper-conference" : "", reference)));
  }
}
