package dev.akin.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A paper as its corpus describes it.
///
/// Titles and abstracts are Unicode text in normal form C without control characters ([PlainText]
/// makes it so); either may be empty, and a paper with both empty is kept but is akin to nothing.
///
/// @param id its name in the corpus
/// @param title may be empty
/// @param abstractText may be empty: then the paper is known by its title only
/// @param authors in the order of the paper, each as `Given Family`
/// @param date absent if unknown
/// @param categories of the corpus, most important first, such as `cs.CL`
/// @param url where people read it
/// @param doi without `https://doi.org/` in front
/// @param language that title and abstract are written in, a code of ISO 639-1 such as `en`; absent
///   if nobody has looked, or could tell
/// @param written title and abstract as they came, where LaTeX was made plain text
public record Paper(
    PaperId id,
    String title,
    String abstractText,
    List<String> authors,
    @Nullable PublicationDate date,
    List<String> categories,
    @Nullable String url,
    @Nullable String doi,
    @Nullable String language,
    @Nullable Written written) {

  /// A title and an abstract with their LaTeX.
  public record Written(String title, String abstractText) {}

  public Paper {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  /// A paper as a reader finds it: its texts as they came, its language unknown.
  public Paper(
      PaperId id,
      String title,
      String abstractText,
      List<String> authors,
      @Nullable PublicationDate date,
      List<String> categories,
      @Nullable String url,
      @Nullable String doi) {
    this(id, title, abstractText, authors, date, categories, url, doi, null, null);
  }

  /// A paper of which only the texts are known.
  public static Paper of(String id, String title, String abstractText) {
    return new Paper(new PaperId(id), title, abstractText, List.of(), null, List.of(), null, null);
  }

  /// The same in a language.
  ///
  /// @param known a code of ISO 639-1; absent if unknown
  public Paper inLanguage(@Nullable String known) {
    return new Paper(id, title, abstractText, authors, date, categories, url, doi, known, written);
  }

  /// The same with other texts, which stand for what was `written`.
  public Paper withPlain(String plainTitle, String plainAbstract) {
    boolean same = plainTitle.equals(title) && plainAbstract.equals(abstractText);
    return same
        ? this
        : new Paper(
            id,
            plainTitle,
            plainAbstract,
            authors,
            date,
            categories,
            url,
            doi,
            language,
            new Written(title, abstractText));
  }

  /// Whether its language needs no mention: English, as nearly all that is published, or unknown.
  public boolean inUsualLanguage() {
    return language == null || language.equals("en");
  }

  /// What it is called where it has to be called something: its title, or else its id.
  public String titleOrId() {
    return title.isBlank() ? id.value() : title;
  }

  /// Whether there is nothing to embed.
  public boolean withoutText() {
    return title.isBlank() && abstractText.isBlank();
  }

  /// Whether it is known by its title alone, so that what is found for it rests on a few words.
  public boolean titleOnly() {
    return abstractText.isBlank() && !title.isBlank();
  }
}
