package dev.akin.index.build;

import dev.akin.index.document.PaperDocument;
import dev.akin.index.document.PaperIds;
import dev.akin.index.document.PaperRecord;
import dev.akin.index.document.StoredTitlePages;
import dev.akin.index.document.TextKey;
import dev.akin.index.document.WordLanguages;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// Writes the documents of papers, texts and tombstones, and knows what was written, committed or
/// not. For one thread; close it. It does not close the [IndexWriter].
///
/// @hidden public for its own room only
public final class DocumentWriter implements AutoCloseable {
  /// The last change of a paper.
  ///
  /// @param paper absent if it was deleted
  /// @param text the key of its text; absent if it has none
  /// @param permanent whether it was deleted permanently
  private record Change(@Nullable Paper paper, @Nullable TextKey text, boolean permanent) {}

  private final IndexWriter writer;
  private PaperLookup written;

  /// The papers that were changed after `written` was opened.
  private final Map<PaperId, Change> changed = new HashMap<>();

  /// The texts that were added after `written` was opened.
  private final Set<TextKey> added = new HashSet<>();

  /// Texts that may no longer belong to any paper; checked before the next commit.
  private final Set<TextKey> doubtful = new HashSet<>();

  public DocumentWriter(IndexWriter writer) throws IOException {
    this.writer = writer;
    this.written = new PaperLookup(DirectoryReader.open(writer));
  }

  private static Term term(PaperId id) {
    return new Term(PaperDocument.ID, id.value());
  }

  private static Term tombstone(PaperId id) {
    return new Term(PaperDocument.TOMBSTONE, id.value());
  }

  private static Term term(TextKey text) {
    return new Term(PaperDocument.KEY, text.value());
  }

  /// Compares a paper with what was written of it.
  public PaperStatus status(Paper paper) throws IOException {
    Change change = changed.get(paper.id());
    if (change != null) {
      PaperStatus gone = change.permanent() ? PaperStatus.DELETED : PaperStatus.NEW;
      return change.paper() == null ? gone : PaperStatus.of(change.paper(), paper);
    }
    return written.status(paper);
  }

  /// Whether there are vectors of the text.
  public boolean holds(TextKey text) throws IOException {
    return added.contains(text) || written.holds(text);
  }

  private boolean holds(PaperId id) throws IOException {
    Change change = changed.get(id);
    return change == null ? written.holds(id) : change.paper() != null;
  }

  /// Whether a paper was deleted permanently.
  public boolean isDeleted(PaperId id) throws IOException {
    Change change = changed.get(id);
    return change == null ? written.isDeleted(id) : change.permanent();
  }

  /// Adds a text, or replaces its vectors.
  public void put(TextKey text, TextVectors vectors) throws IOException {
    writer.updateDocument(term(text), PaperDocument.of(text, vectors));
    added.add(text);
    doubtful.add(text);
  }

  /// Adds a paper, or replaces the one with the same id.
  ///
  /// @param text the key of its text; absent if it has none
  public void put(Paper paper, @Nullable TextKey text) throws IOException {
    writer.updateDocument(term(paper.id()), PaperDocument.of(paper, text));
    note(paper.id(), new Change(paper, text, false));
  }

  /// Writes papers again whose words are analyzed as English, although their language is one of
  /// [WordLanguages]: an earlier akin wrote them. Their texts and vectors stay. Sees what was
  /// written until the last refresh.
  ///
  /// @param count maximum number of papers, at least 1
  /// @return how many were written
  public int renewWords(int count) throws IOException {
    DirectoryReader reader = written.reader();
    List<Integer> papers = written.find(earlierWords(), count);
    PaperIds ids = new PaperIds(reader);
    for (Map.Entry<Integer, Paper> paper :
        new TreeMap<>(PaperRecord.read(reader, papers)).entrySet()) {
      put(paper.getValue(), ids.text(paper.getKey()));
    }
    return papers.size();
  }

  /// Adds the title pages of papers that an earlier akin wrote without. Sees what was written until
  /// the last refresh.
  ///
  /// @param count maximum number of papers, at least 1
  /// @return how many were added
  public int addTitlePages(int count) throws IOException {
    List<Integer> papers = written.find(StoredTitlePages.missing(), count);
    for (int number : papers) {
      Paper paper = PaperRecord.read(written.reader(), number);
      writer.updateDocValues(term(paper.id()), PaperDocument.titlePage(paper));
    }
    return papers.size();
  }

  private static Query earlierWords() {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String language : WordLanguages.unusual()) {
      any.add(
          new BooleanQuery.Builder()
              .add(new TermQuery(new Term(PaperDocument.LANGUAGE, language)), Occur.FILTER)
              .add(new TermQuery(new Term(PaperDocument.WORDS_IN, language)), Occur.MUST_NOT)
              .build(),
          Occur.SHOULD);
    }
    return any.build();
  }

  /// Deletes a paper.
  ///
  /// @return whether there was such a paper
  public boolean delete(PaperId id) throws IOException {
    boolean there = holds(id);
    if (there) {
      writer.deleteDocuments(term(id));
      note(id, new Change(null, null, false));
    }
    return there;
  }

  /// Deletes a paper and adds a tombstone.
  ///
  /// @return whether there was such a paper
  public boolean deletePermanently(PaperId id) throws IOException {
    writer.updateDocument(tombstone(id), PaperDocument.tombstone(id));
    boolean there = delete(id);
    note(id, new Change(null, null, true));
    return there;
  }

  /// Deletes the tombstone of a paper.
  ///
  /// @return whether there was one
  public boolean forget(PaperId id) throws IOException {
    boolean deleted = isDeleted(id);
    if (deleted) {
      writer.deleteDocuments(tombstone(id));
      note(id, new Change(null, null, false));
    }
    return deleted;
  }

  private void note(PaperId id, Change change) throws IOException {
    Change before = changed.get(id);
    TextKey old = before == null ? written.textOf(id) : before.text();
    if (old != null && !old.equals(change.text())) {
      doubtful.add(old);
    }
    changed.put(id, change);
  }

  /// Deletes the texts that belong to no paper, and refreshes.
  public void deleteUnusedTexts() throws IOException {
    refresh();
    for (TextKey text : doubtful) {
      if (count(new TermQuery(new Term(PaperDocument.TEXT_TERM, text.value()))) == 0) {
        writer.deleteDocuments(term(text));
      }
    }
    doubtful.clear();
    refresh();
  }

  /// Reads everything that was written until now.
  public void refresh() throws IOException {
    DirectoryReader next = DirectoryReader.openIfChanged(written.reader(), writer);
    if (next != null) {
      written.reader().close();
      written = new PaperLookup(next);
    }
    changed.clear();
    added.clear();
  }

  /// How many documents match, as of the last refresh.
  public int count(Query query) throws IOException {
    return written.count(query);
  }

  /// Everything that was written until the last refresh.
  public DirectoryReader reader() {
    return written.reader();
  }

  @Override
  public void close() throws IOException {
    written.reader().close();
  }
}
