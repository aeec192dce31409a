package dev.akin.index.lucene.build;

import dev.akin.index.lucene.document.PaperDocument;
import dev.akin.index.lucene.document.PaperIds;
import dev.akin.index.lucene.document.StoredPapers;
import dev.akin.index.store.PaperStatus;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/// Collects changes of papers and texts, writes them as documents before a commit, and knows what
/// was changed, committed or not. For one thread; close it. It does not close the [IndexWriter].
///
/// Until they are written, changed papers and the vectors of added texts are in memory: some eight
/// kilobytes a paper.
///
/// @hidden public for its own room only
public final class DocumentWriter implements AutoCloseable {
  private final IndexWriter writer;
  private final List<Space> spaces;
  private PaperLookup written;

  /// The papers that were changed after `written` was opened.
  private final SequencedMap<PaperId, PaperChange> changed = new LinkedHashMap<>();

  /// The texts that were added after `written` was opened.
  private final Map<TextKey, TextVectors> added = new LinkedHashMap<>();

  /// @param spaces the spaces of the vectors of the index
  public DocumentWriter(IndexWriter writer, List<Space> spaces) throws IOException {
    this.writer = writer;
    this.spaces = spaces;
    this.written = new PaperLookup(DirectoryReader.open(writer));
  }

  private static Term tombstone(PaperId id) {
    return new Term(PaperDocument.TOMBSTONE, id.value());
  }

  /// Compares a paper with what was written of it.
  public PaperStatus status(Paper paper) throws IOException {
    PaperChange change = changed.get(paper.id());
    if (change != null) {
      PaperStatus gone = change.permanent() ? PaperStatus.DELETED : PaperStatus.NEW;
      return change.paper() == null ? gone : PaperStatus.of(change.paper(), paper);
    }
    return written.status(paper);
  }

  /// Whether there are vectors of the text.
  public boolean holds(TextKey text) throws IOException {
    return added.containsKey(text) || written.holds(text);
  }

  private boolean holds(PaperId id) throws IOException {
    PaperChange change = changed.get(id);
    return change == null ? written.holds(id) : change.paper() != null;
  }

  /// Whether a paper was deleted permanently.
  public boolean isDeleted(PaperId id) throws IOException {
    PaperChange change = changed.get(id);
    return change == null ? written.isDeleted(id) : change.permanent();
  }

  /// Adds a text, or replaces its vectors. If no paper has it when the changes are written, it is
  /// dropped.
  public void put(TextKey text, TextVectors vectors) {
    added.put(text, vectors);
  }

  /// Adds a paper, or replaces the one with the same id.
  ///
  /// @param text the key of its text; absent if it has none
  public void put(Paper paper, @Nullable TextKey text) {
    changed.put(paper.id(), new PaperChange(paper, text, false));
  }

  /// Puts papers and their texts again that an earlier akin wrote in another form. Sees what was
  /// written until the last refresh.
  ///
  /// @param count maximum number of papers, at least 1
  /// @return how many were put
  public int renew(int count) throws IOException {
    DirectoryReader reader = written.reader();
    List<Integer> papers = written.find(PaperDocument.earlier(), count);
    PaperIds ids = new PaperIds(reader);
    for (int number : papers) {
      TextKey text = ids.text(number);
      if (text != null && holds(text)) {
        put(text, written.vectors(written.documentOf(text), spaces));
      }
      put(StoredPapers.read(reader, number), text);
    }
    return papers.size();
  }

  /// Deletes a paper.
  ///
  /// @return whether there was such a paper
  public boolean delete(PaperId id) throws IOException {
    boolean there = holds(id);
    if (there) {
      changed.put(id, new PaperChange(null, null, false));
    }
    return there;
  }

  /// Deletes a paper and adds a tombstone.
  ///
  /// @return whether there was such a paper
  public boolean deletePermanently(PaperId id) throws IOException {
    writer.updateDocument(tombstone(id), PaperDocument.tombstone(id));
    boolean there = delete(id);
    changed.put(id, new PaperChange(null, null, true));
    return there;
  }

  /// Deletes the tombstone of a paper.
  ///
  /// @return whether there was one
  public boolean forget(PaperId id) throws IOException {
    boolean deleted = isDeleted(id);
    if (deleted) {
      writer.deleteDocuments(tombstone(id));
      changed.put(id, new PaperChange(null, null, false));
    }
    return deleted;
  }

  /// Writes all changes, and refreshes.
  public void write() throws IOException {
    new ChangedTexts(writer, written, spaces, changed, added).write();
    changed.clear();
    added.clear();
    refresh();
  }

  /// Reads everything that was written until now.
  public void refresh() throws IOException {
    DirectoryReader next = DirectoryReader.openIfChanged(written.reader(), writer);
    if (next != null) {
      written.reader().close();
      written = new PaperLookup(next);
    }
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
