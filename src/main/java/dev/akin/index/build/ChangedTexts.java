package dev.akin.index.build;

import dev.akin.index.document.PaperDocument;
import dev.akin.index.document.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;

/// Writes changed papers as documents. For each of their texts it finds out who has it now: if it
/// is one paper, its document has the vectors; if there are several, they share a document of the
/// text ([PaperDocument]).
///
/// A text that is shared stays so until its last paper is written again.
final class ChangedTexts {
  private final IndexWriter writer;

  /// What was written before the changes.
  private final PaperLookup before;

  private final List<Space> spaces;
  private final SequencedMap<PaperId, PaperChange> papers;

  /// The vectors of texts that were added.
  private final Map<TextKey, TextVectors> added;

  /// @param spaces the spaces of the vectors of the index
  ChangedTexts(
      IndexWriter writer,
      PaperLookup before,
      List<Space> spaces,
      SequencedMap<PaperId, PaperChange> papers,
      Map<TextKey, TextVectors> added) {
    this.writer = writer;
    this.before = before;
    this.spaces = spaces;
    this.papers = papers;
    this.added = added;
  }

  static Term term(PaperId id) {
    return new Term(PaperDocument.ID, id.value());
  }

  private static Term term(TextKey text) {
    return new Term(PaperDocument.KEY, text.value());
  }

  /// Writes all documents that the changes concern.
  void write() throws IOException {
    Map<TextKey, SequencedMap<PaperId, Paper>> holders = new LinkedHashMap<>();
    SequencedSet<TextKey> left = new LinkedHashSet<>(added.keySet());
    for (Map.Entry<PaperId, PaperChange> entry : papers.entrySet()) {
      TextKey old = before.textOf(entry.getKey());
      if (old != null) {
        left.add(old);
      }
      Paper paper = entry.getValue().paper();
      TextKey text = entry.getValue().text();
      if (paper == null) {
        writer.deleteDocuments(term(entry.getKey()));
      } else if (text == null) {
        writer.updateDocument(term(entry.getKey()), PaperDocument.of(paper));
      } else {
        holders.computeIfAbsent(text, _ -> new LinkedHashMap<>()).put(entry.getKey(), paper);
      }
    }
    left.forEach(text -> holders.putIfAbsent(text, new LinkedHashMap<>()));
    for (Map.Entry<TextKey, SequencedMap<PaperId, Paper>> text : holders.entrySet()) {
      write(text.getKey(), text.getValue());
    }
  }

  /// Writes a text and those of its papers that were changed.
  ///
  /// @param changed of its papers; a paper that had it alone until now is added
  private void write(TextKey text, SequencedMap<PaperId, Paper> changed) throws IOException {
    int document = before.documentOf(text);
    PaperId alone = document < 0 ? null : before.idOf(document);
    if (alone != null
        && !papers.containsKey(alone)
        && (!changed.isEmpty() || added.containsKey(text))) {
      changed.put(alone, before.paper(document));
    }
    boolean isShared = document >= 0 && alone == null;
    if (changed.size() > 1 || (isShared && before.hasPaper(text, id -> !papers.containsKey(id)))) {
      share(text, document, isShared, changed);
    } else {
      TextVectors vectors = changed.isEmpty() ? null : vectors(text, document);
      if (isShared) {
        writer.deleteDocuments(term(text));
      }
      for (Map.Entry<PaperId, Paper> paper : changed.entrySet()) {
        writer.updateDocument(
            term(paper.getKey()),
            PaperDocument.of(paper.getValue(), text, Objects.requireNonNull(vectors)));
      }
    }
  }

  /// Writes papers that share a text, and the text, unless it is there.
  private void share(
      TextKey text, int document, boolean isShared, SequencedMap<PaperId, Paper> changed)
      throws IOException {
    if (!isShared || added.containsKey(text)) {
      writer.updateDocument(term(text), PaperDocument.of(text, vectors(text, document)));
    }
    for (Map.Entry<PaperId, Paper> paper : changed.entrySet()) {
      writer.updateDocument(term(paper.getKey()), PaperDocument.of(paper.getValue(), text));
    }
  }

  /// @param document that has the vectors, if they were not added
  private TextVectors vectors(TextKey text, int document) throws IOException {
    TextVectors vectors = added.get(text);
    return vectors == null ? before.vectors(document, spaces) : vectors;
  }
}
