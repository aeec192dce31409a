package dev.akin.read.format;

import dev.akin.base.Printable;
import dev.akin.read.record.Refusal;
import java.io.StringReader;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.ParseException;
import org.jbibtex.StringValue;
import org.jbibtex.TokenMgrException;
import org.jbibtex.Value;

/// What is inside of blocks, read by JBibTeX; it remembers the macros of a file.
///
/// A macro is kept as the text that it stands for, so that macros of macros do not grow without
/// bound. One that is not known stands for its name.
final class BibtexGrammar {
  static final int MAX_MACROS = 10_000;
  static final int MAX_MACRO_CHARS = 2000;

  /// What JBibTeX sees in place of `@`, so that there is no second block for it in a first one,
  /// least of all an `@include`, for which it would open any file.
  private static final char AT = '\uE000';

  private final BibTeXParser parser = parser();

  BibtexFields fields(BibtexBlock block) throws Refusal {
    // Not with its own key: people have more characters in keys than JBibTeX.
    BibTeXDatabase database = parse("@entry{key, ", block.fields());
    return new BibtexFields(database.getEntries().values().iterator().next());
  }

  static String text(Value value) {
    return value.toUserString().replace(AT, '@');
  }

  /// Takes the macro that an `@string` defines.
  void define(BibtexBlock block) throws Refusal {
    BibTeXDatabase database = parse("@string{", block.fields());
    for (BibTeXString macro : database.getStrings().values()) {
      String text = macro.getValue().toUserString();
      if (text.length() > MAX_MACRO_CHARS || parser.getMacros().size() >= MAX_MACROS) {
        throw new Refusal(
            "@string of more than %s characters, or one after %s others"
                .formatted(Printable.count(MAX_MACRO_CHARS), Printable.count(MAX_MACROS)));
      }
      parser.addMacro(
          new BibTeXString(macro.getKey(), new StringValue(text, StringValue.Style.BRACED)));
    }
  }

  private BibTeXDatabase parse(String start, String body) throws Refusal {
    try {
      return parser.parse(new StringReader(start + body.replace('@', AT) + "}"));
    } catch (ParseException e) {
      throw new Refusal(reason(e));
    } catch (TokenMgrException _) {
      throw new Refusal("not BibTeX: a character outside of braces that cannot be there");
    }
  }

  private static String reason(ParseException e) {
    String found = e.currentToken == null ? "" : e.currentToken.next.image.replace(AT, '@');
    return found.isEmpty()
        ? "not BibTeX: a value without its end"
        : "not BibTeX where it says " + Printable.quote(found);
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
