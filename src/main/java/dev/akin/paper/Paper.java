package dev.akin.paper;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A paper as its corpus describes it.
///
/// Title and abstract are Unicode text in normal form C without control characters, as [PlainText]
/// makes it. Either may be empty. A paper with both empty is kept, and is related to no other
/// paper.
///
/// @param id its name in the corpus
/// @param title may be empty
/// @param abstractText may be empty; then only the title says what the paper is about
/// @param authors in the paper's order, each as `Given Family`
/// @param date when it was published; absent if unknown
/// @param categories the corpus's own, the most important first, such as `cs.CL`
/// @param url the page where people read it; absent if unknown
/// @param doi without `https://doi.org/` in front; absent if unknown
/// @param language of title and abstract, an ISO 639-1 code such as `en`; absent if not identified
/// @param written title and abstract in their original form; absent if LaTeX did not change them
/// @param names what else its source calls it, such as a citation key or a record number; other
///   papers of other sources may have the same names
/// @param publication where it was published
/// @param holding what the repository that holds it says
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
    @Nullable Written written,
    List<String> names,
    Publication publication,
    Holding holding) {

  /// A title and an abstract as the source has them, with their LaTeX.
  public record Written(String title, String abstractText) {}

  public Paper {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    names = List.copyOf(names);
  }

  /// A paper as the source has it, with its language not identified.
  public Paper(
      PaperId id,
      String title,
      String abstractText,
      List<String> authors,
      @Nullable PublicationDate date,
      List<String> categories,
      @Nullable String url,
      @Nullable String doi) {
    this(
        id,
        title,
        abstractText,
        authors,
        date,
        categories,
        url,
        doi,
        null,
        null,
        List.of(),
        Publication.UNKNOWN,
        Holding.UNKNOWN);
  }

  /// A paper with nothing but an id and texts.
  public static Paper of(String id, String title, String abstractText) {
    return new Paper(new PaperId(id), title, abstractText, List.of(), null, List.of(), null, null);
  }

  /// The same paper with its language.
  ///
  /// @param code an ISO 639-1 code; absent if unknown
  public Paper inLanguage(@Nullable String code) {
    return with(title, abstractText, code, written, names, publication, holding);
  }

  /// The same paper by these authors.
  public Paper by(List<String> others) {
    return others.equals(authors)
        ? this
        : new Paper(
            id,
            title,
            abstractText,
            others,
            date,
            categories,
            url,
            doi,
            language,
            written,
            names,
            publication,
            holding);
  }

  /// The same paper with other names, of which those that say nothing are left out.
  public Paper called(String... others) {
    if (others.length == 0 && names.isEmpty()) {
      return this;
    }
    List<String> all =
        Stream.of(others).map(PlainText::of).filter(name -> !name.isEmpty()).distinct().toList();
    return with(title, abstractText, language, written, all, publication, holding);
  }

  /// The same paper, published there.
  public Paper published(Publication where) {
    return with(title, abstractText, language, written, names, where, holding);
  }

  /// The same paper, held so.
  public Paper held(Holding how) {
    return with(title, abstractText, language, written, names, publication, how);
  }

  /// The same paper with a plain title and abstract; the present ones become [#written].
  public Paper withPlain(String plainTitle, String plainAbstract) {
    boolean same = plainTitle.equals(title) && plainAbstract.equals(abstractText);
    Written original = same ? written : new Written(title, abstractText);
    return with(plainTitle, plainAbstract, language, original, names, publication, holding);
  }

  /// The same paper, whose plain title and abstract were made of these.
  public Paper writtenAs(Written original) {
    return with(title, abstractText, language, original, names, publication, holding);
  }

  private Paper with(
      String newTitle,
      String newAbstract,
      @Nullable String newLanguage,
      @Nullable Written newWritten,
      List<String> newNames,
      Publication newPublication,
      Holding newHolding) {
    return new Paper(
        id,
        newTitle,
        newAbstract,
        authors,
        date,
        categories,
        url,
        doi,
        newLanguage,
        newWritten,
        newNames,
        newPublication,
        newHolding);
  }

  /// Whether its language goes without saying: English or unknown.
  public boolean inUsualLanguage() {
    return language == null || language.equals("en");
  }

  /// Its title, or its id if the title is blank.
  public String titleOrId() {
    return title.isBlank() ? id.value() : title;
  }

  /// Whether title and abstract are blank, so that there is nothing to embed.
  public boolean withoutText() {
    return title.isBlank() && abstractText.isBlank();
  }

  /// Whether it has a title and no abstract, so that its embedding rests on a few words.
  public boolean titleOnly() {
    return abstractText.isBlank() && !title.isBlank();
  }
}
