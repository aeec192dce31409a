package dev.akin.write.text;

import dev.akin.ask.TypedQuery;
import dev.akin.recommend.understand.ReadAs;
import dev.akin.recommend.understand.Understood;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How a typed query was read, for people.
///
/// @param messages in the language of the people
public record UnderstoodText(Messages messages) {
  /// Such as `Papers by Ashish Vaswani, closest to “attention” first.`; absent for a plain phrase,
  /// of which there is nothing to say.
  public @Nullable String of(Understood understood) {
    String text = sentence(understood);
    if (understood.note() == null) {
      return text;
    }
    String note = of(understood.note());
    return text == null ? note : text + " " + note;
  }

  /// Such as `No paper here has this identifier.`
  public String of(Understood.Note note) {
    return switch (note.kind()) {
      case NO_PAPER -> messages.text("noPaperOfId");
      case NO_PERSON -> messages.text("noPaperOfPerson");
      case NO_PHRASE -> messages.text("noPaperOfPhrase", note.phrase());
      case NOT_ALL_NAMES -> messages.text("notAllNames");
    };
  }

  private @Nullable String sentence(Understood understood) {
    return switch (understood.as()) {
      case PAPER -> understood.note() == null ? messages.text("readAsPaper") : null;
      case TITLE -> messages.text("readAsTitle");
      case PERSON, FIELDS -> papers(understood) + order(understood);
      case PHRASE ->
          understood.whole() || understood.typed().isPlain()
              ? null
              : papers(understood) + order(understood);
    };
  }

  private String order(Understood understood) {
    return understood.words().isEmpty()
        ? messages.text("thenNewestFirst")
        : messages.text("thenClosestFirst", understood.words());
  }

  /// Such as `Papers by Ashish Vaswani of 2017 in cs.CL with “self attention” without “bank”`.
  private String papers(Understood understood) {
    TypedQuery typed = understood.typed();
    List<String> parts = new ArrayList<>();
    parts.add(messages.text("papers"));
    if (!understood.persons().isEmpty()) {
      parts.add(messages.text("papersBy", String.join(", ", understood.persons())));
    }
    if (understood.years() != null) {
      parts.add(messages.text("papersOf", understood.years().toString()));
    }
    if (!typed.categories().isEmpty()) {
      String and = " " + messages.text("and") + " ";
      parts.add(messages.text("papersIn", String.join(and, typed.categories())));
    }
    if (!typed.phrases().isEmpty()) {
      parts.add(messages.text("papersWith", quoted(typed.phrases())));
    }
    if (!typed.excluded().isEmpty()) {
      parts.add(messages.text("papersWithout", quoted(typed.excluded())));
    }
    return String.join(" ", parts);
  }

  private String quoted(List<String> texts) {
    return texts.stream()
        .map(text -> messages.text("quoted", text))
        .collect(Collectors.joining(", "));
  }

  /// What another reading would find, such as `Papers for the phrase “vaswani”`.
  public String of(ReadAs other, String typed) {
    return switch (other) {
      case PHRASE -> messages.text("papersForPhrase", typed);
      case PERSON -> messages.text("papersByName", typed);
      case PAPER -> messages.text("paperWithId", typed);
    };
  }
}
