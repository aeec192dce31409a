package dev.akin.index.lucene.care;

import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.document.PaperDocument;
import dev.akin.index.lucene.document.PaperIds;
import dev.akin.index.lucene.document.PapersInOrder;
import dev.akin.index.lucene.document.StoredPapers;
import dev.akin.index.lucene.document.StoredSentences;
import dev.akin.index.lucene.document.StoredTitlePages;
import dev.akin.index.lucene.document.StoredWordCounts;
import dev.akin.index.lucene.document.Vectors;
import dev.akin.index.lucene.search.RecallCheck;
import dev.akin.index.store.CheckResult;
import dev.akin.index.store.CheckTally;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.PaperTexts;
import dev.akin.index.store.RecallAtTen;
import dev.akin.index.store.TextKey;
import dev.akin.index.store.VerifyOptions;
import dev.akin.paper.Paper;
import dev.akin.work.TitlePage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Checks papers, texts, vectors and the graph of a commit whose files are whole.
final class ContentCheck {
  private static final double MIN_RECALL = 0.95;
  private static final long SEED = 1;

  private final OpenCommit commit;
  private final VerifyOptions options;
  private final PaperIds ids;
  private final StoredTitlePages titlePages;
  private final List<CheckResult> results = new ArrayList<>();

  /// The texts that have a vector, for each model.
  private final List<FixedBitSet> texts = new ArrayList<>();

  private boolean vectorsAreWhole = true;
  private int papers;
  private int titleOnly;
  private int withoutText;

  ContentCheck(OpenCommit commit, VerifyOptions options) {
    this.commit = commit;
    this.options = options;
    this.ids = new PaperIds(commit.reader());
    this.titlePages = new StoredTitlePages(commit.reader());
  }

  List<CheckResult> run() throws IOException {
    for (int column = 0; column < commit.info().spaces().size(); column++) {
      vectors(column);
    }
    papers();
    sentences();
    counts();
    if (options.sample() > 0) {
      recall();
    }
    return results;
  }

  private void vectors(int column) throws IOException {
    CheckTally tally = new CheckTally("vectors of " + commit.info().spaces().get(column).model());
    FixedBitSet withVector = new FixedBitSet(Math.max(1, commit.reader().maxDoc()));
    for (LeafReaderContext leaf : commit.reader().leaves()) {
      FloatVectorValues values = leaf.reader().getFloatVectorValues(PaperDocument.vector(column));
      if (values != null) {
        vectors(leaf, values, withVector, tally);
      }
    }
    texts.add(withVector);
    vectorsAreWhole &= tally.isRight();
    results.add(tally.result());
  }

  private void vectors(
      LeafReaderContext leaf, FloatVectorValues values, FixedBitSet withVector, CheckTally tally)
      throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    KnnVectorValues.DocIndexIterator docs = values.iterator();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (live == null || live.get(doc)) {
        int text = leaf.docBase + doc;
        withVector.set(text);
        tally.count();
        double length = length(values.vectorValue(docs.index()));
        if (!(Math.abs(length - 1) <= Vectors.MAX_LENGTH_ERROR)) {
          tally.wrong(
              "%s: its vector has length %s, not 1"
                  .formatted(nameOf(text), String.format(Locale.ROOT, "%.4f", length)));
        }
      }
    }
  }

  /// NaN if a coordinate is NaN.
  private static double length(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  /// The name of a text for people: the id of one of its papers.
  private String nameOf(int text) throws IOException {
    int paper = commit.texts().paperOf(text);
    return paper < 0 ? "text " + text : ids.id(paper).value();
  }

  private void papers() throws IOException {
    CheckTally tally = new CheckTally("papers, each with its text and vector");
    CheckTally digests = new CheckTally("texts compared with their digests");
    Optional<PaperTexts> read = options.texts().apply(commit.info().spaces());
    String[] last = {""};
    new PapersInOrder(commit.reader())
        .forEach(
            (id, paper) -> {
              tally.count();
              papers++;
              if (id.equals(last[0])) {
                tally.wrong(id + ": it is there twice");
              }
              last[0] = id;
              Paper stored = record(id, paper, tally);
              if (stored != null) {
                text(stored, paper, tally);
                if (read.isPresent()) {
                  digest(stored, paper, read.get(), digests);
                }
              }
            });
    if (read.isEmpty()) {
      digests.note("not checked: the models of the index are not here (see --models)");
    }
    results.add(tally.result());
    results.add(digests.result());
  }

  private @Nullable Paper record(String id, int paper, CheckTally tally) {
    try {
      Paper stored = StoredPapers.read(commit.reader(), paper);
      if (stored.id().value().equals(id) && ids.id(paper).value().equals(id)) {
        if (!Arrays.equals(titlePages.of(paper).toBytes(), TitlePage.of(stored).toBytes())) {
          tally.wrong(id + ": its title page belongs to another record");
        }
        if (!StoredWordCounts.areOf(stored, commit.reader(), paper)) {
          tally.wrong(id + ": the counts of its words belong to another record");
        }
        return stored;
      }
      tally.wrong(id + ": its record belongs to " + stored.id());
    } catch (IOException | RuntimeException e) {
      tally.wrong(id + ": its record cannot be read: " + e);
    }
    return null;
  }

  private void text(Paper paper, int number, CheckTally tally) throws IOException {
    titleOnly += paper.titleOnly() ? 1 : 0;
    withoutText += paper.withoutText() ? 1 : 0;
    TextKey key = ids.text(number);
    int text = commit.texts().textOf(number);
    if (key == null) {
      if (!paper.withoutText()) {
        tally.wrong(paper.id() + ": it has a title or an abstract, but no text");
      }
    } else if (paper.withoutText()) {
      tally.wrong(paper.id() + ": it has a text, but no title and no abstract");
    } else if (text < 0 || !texts.stream().allMatch(withVector -> withVector.get(text))) {
      tally.wrong(paper.id() + ": its text has no vector");
    }
  }

  private void digest(Paper paper, int number, PaperTexts read, CheckTally tally)
      throws IOException {
    TextKey key = ids.text(number);
    if (key != null) {
      tally.count();
      if (!Objects.equals(read.keyOf(paper), key)) {
        tally.wrong(paper.id() + ": its vector belongs to another text");
      }
    }
  }

  private void sentences() throws IOException {
    CheckTally tally = new CheckTally("sentences of texts");
    StoredSentences stored =
        new StoredSentences(commit.reader(), commit.info().spaces().getFirst());
    FixedBitSet all = texts.getFirst();
    for (int text = all.nextSetBit(0);
        text != DocIdSetIterator.NO_MORE_DOCS;
        text = next(all, text)) {
      try {
        tally.count(stored.of(text).count());
      } catch (IOException | RuntimeException e) {
        tally.wrong(nameOf(text) + ": its sentences cannot be read: " + e);
      }
    }
    results.add(tally.result());
  }

  private static int next(FixedBitSet set, int bit) {
    return bit + 1 < set.length() ? set.nextSetBit(bit + 1) : DocIdSetIterator.NO_MORE_DOCS;
  }

  private void counts() {
    CheckTally tally = new CheckTally("counts stored in the index");
    IndexInfo info = commit.info();
    count("papers", info.papers(), papers, tally);
    count("papers with title only", info.holdings().titleOnly(), titleOnly, tally);
    count("papers without text", info.holdings().withoutText(), withoutText, tally);
    for (int column = 0; column < texts.size(); column++) {
      count(
          "vectors of " + info.spaces().get(column).model(),
          info.vectors(),
          texts.get(column).cardinality(),
          tally);
    }
    results.add(tally.result());
  }

  private static void count(String what, int stored, int found, CheckTally tally) {
    tally.count();
    if (stored != found) {
      tally.wrong("%s: the index says %,d, but there are %,d".formatted(what, stored, found));
    }
  }

  private void recall() throws IOException {
    CheckTally tally = new CheckTally("graph searches compared with exact search");
    if (!vectorsAreWhole) {
      tally.note("not done: a vector is damaged");
      results.add(tally.result());
      return;
    }
    RecallAtTen found = new RecallCheck(commit, SEED).check(options.sample(), 1);
    tally.count(found.queries());
    String recall = String.format(Locale.ROOT, "recall@10 %.4f", found.recall());
    tally.note(recall);
    if (found.recall() < MIN_RECALL) {
      tally.wrong(recall + " is below " + MIN_RECALL + "; index the papers again");
    }
    results.add(tally.result());
  }
}
