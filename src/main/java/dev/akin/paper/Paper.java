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
public record Paper(
    PaperId id,
    String title,
    String abstractText,
    List<String> authors,
    @Nullable PublicationDate date,
    List<String> categories,
    @Nullable String url,
    @Nullable String doi) {

  public Paper {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  /// A paper of which only the texts are known.
  public static Paper of(String id, String title, String abstractText) {
    return new Paper(new PaperId(id), title, abstractText, List.of(), null, List.of(), null, null);
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
