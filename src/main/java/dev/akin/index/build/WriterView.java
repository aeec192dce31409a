package dev.akin.index.build;

import dev.akin.index.document.PaperDocument;
import dev.akin.index.document.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// What the index of a writer holds, papers and texts not yet committed included. For one thread;
/// close it.
///
/// @hidden public for its own room only
public final class WriterView implements AutoCloseable {
  /// @param paper absent if it was deleted
  /// @param text absent if it has none
  /// @param forGood whether it must not come back
  private record Change(@Nullable Paper paper, @Nullable TextKey text, boolean forGood) {}

  private final IndexWriter writer;
  private PaperLookup written;

  /// What became of papers since `written` was opened.
  private final Map<PaperId, Change> changed = new HashMap<>();

  /// Texts since `written` was opened.
  private final Set<TextKey> added = new HashSet<>();

  /// Texts that lost a paper, or that may not have found one yet.
  private final Set<TextKey> doubtful = new HashSet<>();

  public WriterView(IndexWriter writer) throws IOException {
    this.writer = writer;
    this.written = new PaperLookup(DirectoryReader.open(writer));
  }

  public static Term term(PaperId id) {
    return new Term(PaperDocument.ID, id.value());
  }

  public static Term tombstone(PaperId id) {
    return new Term(PaperDocument.TOMBSTONE, id.value());
  }

  public static Term term(TextKey text) {
    return new Term(PaperDocument.KEY, text.value());
  }

  /// How a paper stands to what there is of it.
  public PaperStatus standing(Paper paper) throws IOException {
    Change change = changed.get(paper.id());
    if (change != null) {
      PaperStatus gone = change.forGood() ? PaperStatus.DELETED : PaperStatus.NEW;
      return change.paper() == null ? gone : PaperStatus.of(change.paper(), paper);
    }
    return written.standing(paper);
  }

  /// Whether a paper is there.
  public boolean holds(PaperId id) throws IOException {
    Change change = changed.get(id);
    return change == null ? written.holds(id) : change.paper() != null;
  }

  /// Whether a paper was deleted for good.
  public boolean isDeleted(PaperId id) throws IOException {
    Change change = changed.get(id);
    return change == null ? written.isDeleted(id) : change.forGood();
  }

  /// Whether the vector of a text is there.
  public boolean holds(TextKey text) throws IOException {
    return added.contains(text) || written.holds(text);
  }

  public void add(TextKey text) {
    added.add(text);
    doubtful.add(text);
  }

  public void put(Paper paper, @Nullable TextKey text) throws IOException {
    change(paper.id(), new Change(paper, text, false));
  }

  /// Notes that a paper was taken out.
  ///
  /// @param forGood whether it must not come back
  public void delete(PaperId id, boolean forGood) throws IOException {
    change(id, new Change(null, null, forGood));
  }

  private void change(PaperId id, Change change) throws IOException {
    Change before = changed.get(id);
    TextKey old = before == null ? written.textOf(id) : before.text();
    if (old != null && !old.equals(change.text())) {
      doubtful.add(old);
    }
    changed.put(id, change);
  }

  /// Goes on to all that was written until now.
  public void refresh() throws IOException {
    DirectoryReader next = DirectoryReader.openIfChanged(written.reader(), writer);
    if (next != null) {
      written.close();
      written = new PaperLookup(next);
    }
    changed.clear();
    added.clear();
  }

  /// The texts that no paper has, as of the last refresh; names each only once.
  public List<TextKey> takeUnused() throws IOException {
    List<TextKey> unused = new ArrayList<>();
    for (TextKey text : doubtful) {
      if (count(new TermQuery(new Term(PaperDocument.TEXT_TERM, text.value()))) == 0) {
        unused.add(text);
      }
    }
    doubtful.clear();
    return unused;
  }

  /// How many documents match, as of the last refresh.
  public int count(Query query) throws IOException {
    return written.count(query);
  }

  /// All that is there, as of the last refresh.
  public DirectoryReader reader() {
    return written.reader();
  }

  @Override
  public void close() throws IOException {
    written.close();
  }
}
