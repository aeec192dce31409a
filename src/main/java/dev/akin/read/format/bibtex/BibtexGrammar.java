package dev.akin.read.format.bibtex;

import dev.akin.base.Printable;
import dev.akin.read.record.BadRecordException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.ParseException;
import org.jbibtex.StringValue;
import org.jbibtex.TokenMgrException;
import org.jbibtex.Value;

/// Reads the inside of blocks with JBibTeX, and remembers the macros of a file.
///
/// A macro is kept as the text that it stands for, so that macros made of macros cannot grow
/// without bound. An unknown macro stands for its own name.
final class BibtexGrammar {
  static final int MAX_MACROS = 10_000;
  static final int MAX_MACRO_CHARS = 2000;

  /// Replaces `@` for JBibTeX, so that it finds no second block inside a block: for `@include` it
  /// would open a file.
  private static final char AT = '\uE000';

  private final BibTeXParser parser = parser();

  /// The fields of an entry.
  BibtexFields fields(BibtexBlock block) throws BadRecordException {
    // Without the entry's own key, which may have characters that JBibTeX does not allow.
    BibTeXDatabase database = parse("@entry{key, ", BibtexNames.rewrite(block.fields()));
    Map<String, String> fields = new LinkedHashMap<>();
    database
        .getEntries()
        .values()
        .iterator()
        .next()
        .getFields()
        .forEach((key, value) -> fields.put(key.getValue(), text(value)));
    join(fields, "author", " and ");
    join(fields, "keywords", "; ");
    fill(fields);
    fields.put(BibtexFields.TYPE, block.type());
    return new BibtexFields(block.key(), fields);
  }

  private static String text(Value value) {
    return value.toUserString().replace(AT, '@');
  }

  /// Joins the values of a field that occurs more than once.
  private static void join(Map<String, String> fields, String name, String between) {
    for (int i = 2; fields.containsKey(name + "-" + i); i++) {
      fields.merge(name, fields.get(name + "-" + i), (all, next) -> all + between + next);
    }
  }

  /// Takes the second value of a field whose first one is empty.
  private static void fill(Map<String, String> fields) {
    for (String again : List.copyOf(fields.keySet())) {
      if (again.endsWith(BibtexNames.SECOND)) {
        String name = again.substring(0, again.length() - BibtexNames.SECOND.length());
        fields.computeIfPresent(
            name, (_, first) -> first.isBlank() ? fields.getOrDefault(again, "") : first);
      }
    }
  }

  /// Remembers the macro that an `@string` defines.
  void define(BibtexBlock block) throws BadRecordException {
    BibTeXDatabase database = parse("@string{", block.fields());
    for (BibTeXString macro : database.getStrings().values()) {
      String text = macro.getValue().toUserString();
      if (text.length() > MAX_MACRO_CHARS || parser.getMacros().size() >= MAX_MACROS) {
        throw new BadRecordException(
            "@string of more than %s characters, or after %s others"
                .formatted(Printable.count(MAX_MACRO_CHARS), Printable.count(MAX_MACROS)));
      }
      parser.addMacro(
          new BibTeXString(macro.getKey(), new StringValue(text, StringValue.Style.BRACED)));
    }
  }

  private BibTeXDatabase parse(String start, String body) throws BadRecordException {
    try {
      return parser.parse(new StringReader(start + body.replace('@', AT) + "}"));
    } catch (ParseException e) {
      throw new BadRecordException(reason(e));
    } catch (TokenMgrException _) {
      throw new BadRecordException("not BibTeX: a character that may not stand outside braces");
    }
  }

  private static String reason(ParseException e) {
    String found = e.currentToken == null ? "" : e.currentToken.next.image.replace(AT, '@');
    return found.isEmpty()
        ? "not BibTeX: a value without an end"
        : "not BibTeX near " + Printable.quote(found);
  }

  private static BibTeXParser parser() {
    try {
      return new Lenient();
    } catch (ParseException e) {
      throw new IllegalStateException("nothing was parsed yet", e);
    }
  }

  private static final class Lenient extends BibTeXParser {
    Lenient() throws ParseException {}

    @Override
    public void checkStringResolution(Key key, BibTeXString macro) {}

    @Override
    public void checkCrossReferenceResolution(Key key, BibTeXEntry entry) {}
  }
}
