package dev.akin.read.format;

import dev.akin.base.Printable;
import dev.akin.paper.Doi;
import dev.akin.read.markup.MarkupText;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.value.Keywords;
import dev.akin.read.value.LinkField;
import dev.akin.read.value.PersonNames;
import dev.akin.read.value.Placeholder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The values of one record of tagged lines.
///
/// @hidden public for its own room only
public final class TaggedRecord {
  static final int MAX_CHARS = LineReader.MAX_LINE_BYTES;

  private final Map<String, List<StringBuilder>> values = new HashMap<>();
  private StringBuilder last = new StringBuilder();
  private @Nullable String fault;
  private int chars;

  /// Adds a line.
  ///
  /// @param tag empty if the line goes on with the one before it
  void add(Line line, String tag, String value) {
    chars += line.content().length() + 1;
    if (line.fault() != null) {
      fault("line " + Printable.count(line.number()) + ": " + line.fault());
    } else if (chars > MAX_CHARS) {
      fault("record of more than " + Printable.count(MAX_CHARS) + " characters");
    } else if (tag.isEmpty()) {
      last.append('\n').append(value);
    } else {
      last = new StringBuilder(value);
      values.computeIfAbsent(tag, _ -> new ArrayList<>()).add(last);
    }
  }

  private void fault(String what) {
    fault = fault == null ? what : fault;
  }

  boolean isFaulty() {
    return fault != null;
  }

  /// Checks that all lines are text.
  void check() throws BadRecordException {
    if (fault != null) {
      throw new BadRecordException(fault);
    }
  }

  boolean has(String tag) {
    return values.containsKey(tag);
  }

  /// The title: the first value that says something.
  String title(String... tags) throws BadRecordException {
    if (Stream.of(tags).noneMatch(this::has)) {
      throw new BadRecordException("title is missing");
    }
    return texts(tags)
        .filter(text -> !Placeholder.withoutTitle(text).isEmpty())
        .findFirst()
        .orElse("");
  }

  /// The first value, even one such as `X`, which may say that there is nothing.
  String text(String... tags) {
    return texts(tags).findFirst().orElse("");
  }

  /// The first value that says something; empty if there is none.
  String first(String... tags) {
    return texts(tags).filter(text -> !Placeholder.is(text)).findFirst().orElse("");
  }

  /// The values as plain text, each in one line.
  Stream<String> texts(String... tags) {
    return raw(tags).map(MarkupText::of).filter(text -> !text.isEmpty());
  }

  /// The values as they stand in the file.
  Stream<String> raw(String... tags) {
    return Stream.of(tags)
        .flatMap(tag -> values.getOrDefault(tag, List.of()).stream())
        .map(StringBuilder::toString);
  }

  /// The names in fields with one name in a line.
  Stream<String> names(String... tags) {
    return lines(tags).flatMap(line -> PersonNames.ofField(line).stream());
  }

  /// The lines of fields in which each line is a value, as plain text.
  Stream<String> lines(String... tags) {
    return raw(tags).flatMap(String::lines).map(MarkupText::of).filter(text -> !text.isEmpty());
  }

  /// The keywords in fields that hold one or many.
  Stream<String> keywords(String... tags) {
    return texts(tags).flatMap(field -> Keywords.of(field).stream());
  }

  /// The first DOI in fields that are meant for DOIs.
  @Nullable String doi(String... tags) {
    return first(texts(tags).map(Doi::ofField));
  }

  /// The first DOI in fields that may hold one in place of something else.
  @Nullable String linkedDoi(String... tags) {
    return first(raw(tags).map(Doi::ofIdentifier));
  }

  private static @Nullable String first(Stream<@Nullable String> dois) {
    return dois.filter(Objects::nonNull).findFirst().orElse(null);
  }

  /// The first address; a field may hold one a line.
  String url(String... tags) {
    return raw(tags).map(LinkField::first).filter(url -> !url.isEmpty()).findFirst().orElse("");
  }
}
