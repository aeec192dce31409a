package dev.akin.write;

import dev.akin.ask.TypedQuery;
import dev.akin.recommend.understand.ReadAs;
import dev.akin.recommend.understand.Understood;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How a typed query was read, for people.
public final class UnderstoodText {
  private UnderstoodText() {}

  /// Such as `Papers by Ashish Vaswani, closest to “attention” first.`; absent for a plain phrase,
  /// of which there is nothing to say.
  public static @Nullable String of(Understood understood) {
    String text = sentence(understood);
    if (understood.note() == null) {
      return text;
    }
    return text == null ? understood.note() : text + " " + understood.note();
  }

  private static @Nullable String sentence(Understood understood) {
    return switch (understood.as()) {
      case PAPER ->
          understood.note() == null ? "The paper that you named, then papers related to it." : null;
      case TITLE -> "Papers with these words in their title are first.";
      case PERSON, FIELDS -> papers(understood) + order(understood);
      case PHRASE ->
          understood.whole() || understood.typed().isPlain()
              ? null
              : papers(understood) + order(understood);
    };
  }

  private static String order(Understood understood) {
    return understood.words().isEmpty()
        ? ", the newest first."
        : ", closest to “%s” first.".formatted(understood.words());
  }

  /// Such as `Papers by Ashish Vaswani of 2017 in cs.CL with “self attention” without bank`.
  private static String papers(Understood understood) {
    TypedQuery typed = understood.typed();
    List<String> parts = new ArrayList<>();
    parts.add("Papers");
    if (!understood.persons().isEmpty()) {
      parts.add("by " + String.join(", ", understood.persons()));
    }
    if (understood.years() != null) {
      parts.add("of " + understood.years());
    }
    if (!typed.categories().isEmpty()) {
      parts.add("in " + String.join(" and ", typed.categories()));
    }
    if (!typed.phrases().isEmpty()) {
      parts.add("with " + quoted(typed.phrases()));
    }
    if (!typed.excluded().isEmpty()) {
      parts.add("without " + quoted(typed.excluded()));
    }
    return String.join(" ", parts);
  }

  private static String quoted(List<String> texts) {
    return texts.stream().map(text -> "“" + text + "”").collect(Collectors.joining(", "));
  }

  /// What another reading would find, such as `Papers for the phrase “vaswani”`.
  public static String of(ReadAs other, String typed) {
    return switch (other) {
      case PHRASE -> "Papers for the phrase “" + typed + "”";
      case PERSON -> "Papers by people called “" + typed + "”";
      case PAPER -> "The paper with the id “" + typed + "”";
    };
  }
}
