package dev.akin.read.format;

import dev.akin.base.Printable;
import dev.akin.paper.Paper;
import dev.akin.paper.PlainText;
import dev.akin.paper.PublicationDate;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import dev.akin.read.record.LineReader;
import dev.akin.read.value.ArxivLink;
import dev.akin.read.value.Doi;
import dev.akin.read.value.LooseDate;
import dev.akin.read.value.PersonNames;
import dev.akin.read.value.RecordId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Collects the lines of one RIS record, and makes a paper of them.
final class RisRecord {
  static final int MAX_CHARS = LineReader.MAX_LINE_BYTES;

  private final Map<String, List<StringBuilder>> values = new HashMap<>();
  private StringBuilder last = new StringBuilder();
  private @Nullable String fault;
  private int chars;

  void add(RisLine line) {
    Line source = line.line();
    chars += source.content().length() + 1;
    if (source.fault() != null) {
      fault("line " + Printable.count(source.number()) + ": " + source.fault());
    } else if (chars > MAX_CHARS) {
      fault("record of more than " + Printable.count(MAX_CHARS) + " characters");
    } else if (line.tag().isEmpty()) {
      last.append(' ').append(line.value());
    } else {
      last = new StringBuilder(line.value());
      values.computeIfAbsent(line.tag(), _ -> new ArrayList<>()).add(last);
    }
  }

  /// Notes why the record has to be skipped. Only the first reason is kept.
  void fault(String what) {
    fault = fault == null ? what : fault;
  }

  Paper paper() throws BadRecordException {
    if (fault != null) {
      throw new BadRecordException(fault);
    }
    String title = title();
    String doi = Doi.ofField(first("DO"));
    return new Paper(
        RecordId.ofReference(first("ID"), doi, title),
        title,
        first("AB", "N2"),
        texts("AU", "A1").map(PersonNames::ofRis).filter(name -> !name.isEmpty()).toList(),
        date(),
        texts("KW").distinct().toList(),
        ArxivLink.orElse(first("UR"), first("M1"), "" + doi),
        doi);
  }

  private String title() throws BadRecordException {
    if (!values.containsKey("TI") && !values.containsKey("T1")) {
      throw new BadRecordException("title is missing");
    }
    return first("TI", "T1");
  }

  /// The most precise date in the year of the first one.
  private @Nullable PublicationDate date() {
    List<PublicationDate> dates =
        texts("PY", "Y1", "DA").map(LooseDate::of).filter(Objects::nonNull).toList();
    return dates.stream()
        .filter(date -> date.year() == dates.getFirst().year())
        .max(Comparator.comparingInt(date -> date.toString().length()))
        .orElse(null);
  }

  private String first(String... tags) {
    return texts(tags).findFirst().orElse("");
  }

  private Stream<String> texts(String... tags) {
    return Stream.of(tags)
        .flatMap(tag -> values.getOrDefault(tag, List.of()).stream())
        .map(value -> PlainText.of(value.toString()))
        .filter(text -> !text.isEmpty());
  }
}
