package dev.akin.read.value;

import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.BadRecordException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the id of a paper out of what its record says.
public final class RecordId {
  private static final Pattern AFTER_FAMILY =
      Pattern.compile(
          "(?<=\\p{Ll})(?: (?:\\p{Lu}{1,2}|(?:\\p{Lu}\\.-?){1,4}|"
              + JoinedNames.SUFFIX
              + ")\\.?){1,5}$");

  private RecordId() {}

  /// The id that a record gives, character by character.
  ///
  /// @throws BadRecordException if it does not have the form of a [PaperId]
  public static PaperId of(String id) throws BadRecordException {
    try {
      return new PaperId(id);
    } catch (IllegalArgumentException e) {
      throw new BadRecordException(String.valueOf(e.getMessage()));
    }
  }

  /// The id of a paper whose record has no id that is valid outside its own library: the DOI;
  /// without one it is made of the family name of the first author, the year and the title,
  /// `vaswani-2017-attention-is-all-you-need`. So it stays the same when the abstract is corrected.
  ///
  /// @throws BadRecordException if there is neither a DOI nor a title
  public static PaperId ofWork(
      @Nullable String doi, String title, List<String> authors, @Nullable PublicationDate date)
      throws BadRecordException {
    if (doi == null && title.isEmpty()) {
      throw new BadRecordException("neither a DOI nor a title");
    }
    return of(doi == null ? made(title, authors, date) : doi);
  }

  private static String made(String title, List<String> authors, @Nullable PublicationDate date) {
    String author = authors.isEmpty() ? "" : TitleSlug.of(family(authors.getFirst()));
    String year = date == null ? "" : Integer.toString(date.year());
    return Stream.of(author, year, TitleSlug.of(title))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("-"));
  }

  /// The last word that is neither a suffix nor, as in `Doe JA`, the initials.
  private static String family(String name) {
    String bare = AFTER_FAMILY.matcher(name).replaceFirst("");
    return bare.substring(bare.lastIndexOf(' ') + 1);
  }
}
