package dev.akin.recommend.understand;

import dev.akin.ask.TypedQuery;
import dev.akin.ask.YearRange;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a typed query was read.
///
/// @param as what it was taken for
/// @param typed the query; its fields, phrases and excluded words were applied, unless it was read
///   as a whole
/// @param whole whether it was read as a whole
/// @param persons the names of the authors that were searched, as the results write them, the most
///   frequent first; if there are no results, as they were typed
/// @param words the words that papers were compared with; empty if there are none
/// @param years the years that papers must be of; absent for all
/// @param note what else people must know; absent if there is nothing
/// @param other another reading that makes sense; absent if there is none
public record Understood(
    As as,
    TypedQuery typed,
    boolean whole,
    List<String> persons,
    String words,
    @Nullable YearRange years,
    @Nullable Note note,
    @Nullable ReadAs other) {
  /// What people must know about a search.
  ///
  /// @param phrase that no paper contains, for [Kind#NO_PHRASE]; otherwise empty
  public record Note(Kind kind, String phrase) {
    /// What it is about.
    public enum Kind {
      /// No paper has the identifier.
      NO_PAPER,
      /// No paper has an author of the name.
      NO_PERSON,
      /// No paper contains the phrase word for word, so it was not required.
      NO_PHRASE,
      /// Not all papers are found by name.
      NOT_ALL_NAMES
    }

    static Note of(Kind kind) {
      return new Note(kind, "");
    }
  }

  /// What a typed query can be.
  public enum As {
    /// The identifier of a paper.
    PAPER,
    /// The title of a paper, or a part of it.
    TITLE,
    /// A person's name.
    PERSON,
    /// Words.
    PHRASE,
    /// Only fields, such as a year and a category.
    FIELDS;

    /// Its name for people and programs.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Understood {
    persons = List.copyOf(persons);
  }

  /// The same, taken for something else.
  public Understood withAs(As other) {
    return new Understood(other, typed, whole, persons, words, years, note, this.other);
  }

  /// The same with the names of persons as papers write them.
  public Understood withPersons(List<String> names) {
    return new Understood(as, typed, whole, names, words, years, note, other);
  }
}
