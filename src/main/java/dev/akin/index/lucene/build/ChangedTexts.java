package dev.akin.index.lucene.build;

import dev.akin.index.lucene.document.PaperDocument;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/// Writes changed papers as documents. For each of their texts it finds out who has it now: if it
/// is one paper, its document has the vectors; if there are several, they share a document of the
/// text ([PaperDocument]).
///
/// A text that is shared stays so until its last paper is written again.
///
/// First it is planned what has to be written. Then the documents are made on all cores, and
/// written in the order of the changes.
final class ChangedTexts {
  /// How many documents are made before they are written.
  private static final int MADE_AT_ONCE = 256;

  /// Replaces the documents with a term.
  ///
  /// @param document instead of them; absent if they are only deleted
  private record Step(Term term, @Nullable IOSupplier<Document> document) {
    /// An empty document if there is none.
    Document make() {
      try {
        return document == null ? new Document() : document.get();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final IndexWriter writer;

  /// What was written before the changes.
  private final PaperLookup before;

  private final List<Space> spaces;
  private final SequencedMap<PaperId, PaperChange> papers;

  /// The vectors of texts that were added.
  private final Map<TextKey, TextVectors> added;

  private final List<Step> steps = new ArrayList<>();

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
    return new Term(IndexFields.ID, id.value());
  }

  private static Term term(TextKey text) {
    return new Term(PaperDocument.KEY, text.value());
  }

  /// Writes all documents that the changes concern.
  void write() throws IOException {
    plan();
    for (int from = 0; from < steps.size(); from += MADE_AT_ONCE) {
      write(steps.subList(from, Math.min(steps.size(), from + MADE_AT_ONCE)));
    }
  }

  private void write(List<Step> some) throws IOException {
    List<Document> documents;
    try {
      documents = some.parallelStream().map(Step::make).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (int i = 0; i < some.size(); i++) {
      Step step = some.get(i);
      if (step.document() == null) {
        writer.deleteDocuments(step.term());
      } else {
        writer.updateDocument(step.term(), documents.get(i));
      }
    }
  }

  private void plan() throws IOException {
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
        steps.add(new Step(term(entry.getKey()), null));
      } else if (text == null) {
        steps.add(new Step(term(entry.getKey()), () -> PaperDocument.of(paper)));
      } else {
        holders.computeIfAbsent(text, _ -> new LinkedHashMap<>()).put(entry.getKey(), paper);
      }
    }
    left.forEach(text -> holders.putIfAbsent(text, new LinkedHashMap<>()));
    for (Map.Entry<TextKey, SequencedMap<PaperId, Paper>> text : holders.entrySet()) {
      plan(text.getKey(), text.getValue());
    }
  }

  /// Plans a text and those of its papers that were changed.
  ///
  /// @param changed of its papers; a paper that had it alone until now is added
  private void plan(TextKey text, SequencedMap<PaperId, Paper> changed) throws IOException {
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
      if (isShared) {
        steps.add(new Step(term(text), null));
      }
      for (Map.Entry<PaperId, Paper> paper : changed.entrySet()) {
        steps.add(
            new Step(
                term(paper.getKey()),
                () -> PaperDocument.of(paper.getValue(), text, vectors(text, document))));
      }
    }
  }

  /// Plans papers that share a text, and the text, unless it is there.
  private void share(
      TextKey text, int document, boolean isShared, SequencedMap<PaperId, Paper> changed) {
    if (!isShared || added.containsKey(text)) {
      steps.add(new Step(term(text), () -> PaperDocument.of(text, vectors(text, document))));
    }
    for (Map.Entry<PaperId, Paper> paper : changed.entrySet()) {
      steps.add(new Step(term(paper.getKey()), () -> PaperDocument.of(paper.getValue(), text)));
    }
  }

  /// @param document that has the vectors, if they were not added
  private TextVectors vectors(TextKey text, int document) throws IOException {
    TextVectors vectors = added.get(text);
    return vectors == null ? before.vectors(document, spaces) : vectors;
  }
}
