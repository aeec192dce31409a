package dev.akin.index;

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
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/// What the index of a writer holds, papers and texts not yet committed included. For one thread;
/// close it.
final class HeldPapers implements AutoCloseable {
  /// @param paper absent if it was deleted
  /// @param text absent if it has none
  private record Change(@Nullable Paper paper, @Nullable TextKey text) {}

  private final IndexWriter writer;
  private DirectoryReader reader;
  private IndexSearcher searcher;

  /// What became of papers since `reader` was opened.
  private final Map<PaperId, Change> changed = new HashMap<>();

  /// Texts since `reader` was opened.
  private final Set<TextKey> added = new HashSet<>();

  /// Texts that lost a paper, or that may not have found one yet.
  private final Set<TextKey> doubtful = new HashSet<>();

  HeldPapers(IndexWriter writer) throws IOException {
    this.writer = writer;
    this.reader = DirectoryReader.open(writer);
    this.searcher = new IndexSearcher(reader);
  }

  static Term term(PaperId id) {
    return new Term(PaperDocument.ID, id.value());
  }

  static Term term(TextKey text) {
    return new Term(PaperDocument.KEY, text.value());
  }

  /// A paper as it was put last; absent if it is not there.
  @Nullable Paper paper(PaperId id) throws IOException {
    Change change = changed.get(id);
    if (change != null) {
      return change.paper();
    }
    int doc = document(id);
    return doc < 0 ? null : PaperRecord.read(reader, doc);
  }

  private @Nullable TextKey textOf(PaperId id) throws IOException {
    Change change = changed.get(id);
    if (change != null) {
      return change.text();
    }
    int doc = document(id);
    return doc < 0 ? null : new PaperIds(reader).text(doc);
  }

  /// The number of a paper's document in `reader`, or a negative number.
  private int document(PaperId id) throws IOException {
    TopDocs found = searcher.search(new TermQuery(term(id)), 1);
    return found.scoreDocs.length == 0 ? -1 : found.scoreDocs[0].doc;
  }

  /// Whether the vector of a text is there.
  boolean holds(TextKey text) throws IOException {
    return added.contains(text) || searcher.count(new TermQuery(term(text))) > 0;
  }

  void add(TextKey text) {
    added.add(text);
    doubtful.add(text);
  }

  void put(Paper paper, @Nullable TextKey text) throws IOException {
    change(paper.id(), new Change(paper, text));
  }

  void delete(PaperId id) throws IOException {
    change(id, new Change(null, null));
  }

  private void change(PaperId id, Change change) throws IOException {
    TextKey old = textOf(id);
    if (old != null && !old.equals(change.text())) {
      doubtful.add(old);
    }
    changed.put(id, change);
  }

  /// Goes on to all that was written until now.
  void refresh() throws IOException {
    DirectoryReader next = DirectoryReader.openIfChanged(reader, writer);
    if (next != null) {
      reader.close();
      reader = next;
      searcher = new IndexSearcher(next);
    }
    changed.clear();
    added.clear();
  }

  /// The texts that no paper has, as of the last refresh; names each only once.
  List<TextKey> takeUnused() throws IOException {
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
  int count(Query query) throws IOException {
    return searcher.count(query);
  }

  /// All that is there, as of the last refresh.
  DirectoryReader reader() {
    return reader;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
