package dev.akin.index.lucene.document;

import dev.akin.base.AkinException;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.TextKey;
import dev.akin.paper.PaperId;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;

/// What was read of a document cannot be what was written: the message for people.
final class DamagedDocument {
  private DamagedDocument() {}

  /// The vector of a text is damaged.
  ///
  /// @param text its number in the reader
  static IndexException vector(IndexReader reader, int text, double length) {
    return damaged(
        reader,
        "the vector of " + textName(reader, text),
        String.format(Locale.ROOT, "its length is %.4f, not 1", length));
  }

  /// The record of a paper is damaged.
  ///
  /// @param paper its number in the reader
  static IndexException record(IndexReader reader, int paper, String why) {
    return damaged(reader, "the record of " + paperName(reader, paper), why);
  }

  private static IndexException damaged(IndexReader reader, String what, String why) {
    return new IndexException(
        AkinException.Kind.IO,
        "%s: damaged: %s: %s; to find the file, run: akin verify"
            .formatted(where(reader), what, why));
  }

  private static String where(IndexReader reader) {
    if (reader instanceof DirectoryReader whole) {
      Directory directory = FilterDirectory.unwrap(whole.directory());
      return directory instanceof FSDirectory files
          ? files.getDirectory().toString()
          : directory.toString();
    }
    return "the index";
  }

  private static String paperName(IndexReader reader, int paper) {
    try {
      return new PaperIds(reader).id(paper).value();
    } catch (IOException | RuntimeException e) {
      // What names it may be damaged, too.
      return "paper " + paper;
    }
  }

  /// The id of a paper that has the text.
  private static String textName(IndexReader reader, int text) {
    try {
      PaperIds ids = new PaperIds(reader);
      PaperId own = ids.idOf(text);
      if (own != null) {
        return own.value();
      }
      TextKey key = ids.text(text);
      OptionalInt paper = key == null ? OptionalInt.empty() : ids.sharing(key, _ -> true);
      return paper.isPresent() ? ids.id(paper.getAsInt()).value() : "text " + text;
    } catch (IOException | RuntimeException e) {
      return "text " + text;
    }
  }
}
