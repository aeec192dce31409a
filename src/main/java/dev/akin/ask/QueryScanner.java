package dev.akin.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a text into the parts of a [TypedQuery], from left to right. For one text.
final class QueryScanner {
  private static final String QUOTED = "[\"“”„]([^\"“”„]*)[\"“”]";

  private static final Pattern FIELD =
      Pattern.compile(
          "(-?)(author|category|year):\\s*(?:%s|(\\S*))".formatted(QUOTED),
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PHRASE = Pattern.compile("(-?)" + QUOTED);

  /// A dash before anything but a letter is a dash, as in `-5`.
  private static final Pattern EXCLUDED = Pattern.compile("-(\\p{L}\\S*)");

  private static final Pattern WORD = Pattern.compile("\\S+");

  private final String text;
  private final StringJoiner words = new StringJoiner(" ");
  private final List<String> phrases = new ArrayList<>();
  private final List<String> excluded = new ArrayList<>();
  private final List<String> authors = new ArrayList<>();
  private final List<String> categories = new ArrayList<>();
  private @Nullable YearRange years;

  /// @param text with single spaces
  QueryScanner(String text) {
    this.text = text;
  }

  TypedQuery scan() {
    int at = 0;
    while (at < text.length()) {
      at = text.charAt(at) == ' ' ? at + 1 : endOfPart(at);
    }
    return new TypedQuery(text, words.toString(), phrases, excluded, authors, categories, years);
  }

  private int endOfPart(int at) {
    Matcher field = at(FIELD, at);
    if (field.lookingAt()) {
      add(field);
      return field.end();
    }
    Matcher phrase = at(PHRASE, at);
    if (phrase.lookingAt()) {
      add(phrase.group(1).isEmpty() ? phrases : excluded, phrase.group(2).strip());
      return phrase.end();
    }
    Matcher without = at(EXCLUDED, at);
    if (without.lookingAt()) {
      add(excluded, without.group(1));
      return without.end();
    }
    Matcher word = at(WORD, at);
    word.lookingAt();
    words.add(word.group());
    return word.end();
  }

  private Matcher at(Pattern pattern, int at) {
    return pattern.matcher(text).region(at, text.length());
  }

  private static void add(List<String> parts, String part) {
    if (!part.isEmpty()) {
      parts.add(part);
    }
  }

  private void add(Matcher field) {
    String name = field.group(2).toLowerCase(Locale.ROOT);
    if (!field.group(1).isEmpty()) {
      throw new IllegalArgumentException(
          "-%s: is not known; only words and \"exact phrases\" can be left out".formatted(name));
    }
    String value = (field.group(3) == null ? field.group(4) : field.group(3)).strip();
    switch (name) {
      case "author" -> authors.add(required(value, "author: needs a name, such as author:vaswani"));
      case "category" ->
          categories.add(required(value, "category: needs a category, such as category:cs.CL"));
      default -> {
        if (years != null) {
          throw new IllegalArgumentException(
              "year: is given twice; type a range, such as year:2019-2021");
        }
        years = YearRange.parse(value);
      }
    }
  }

  private static String required(String value, String message) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(message);
    }
    return value;
  }
}
