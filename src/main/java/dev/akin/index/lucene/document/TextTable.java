package dev.akin.index.lucene.document;

import dev.akin.index.record.IndexFields;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;

/// Which document has the vectors of a paper: its own, or that of a text that it shares
/// ([PaperDocument]). A *text* is the number of a document with vectors.
///
/// In memory it takes a bit for each document, and sixteen bytes for each paper that shares its
/// text. Immutable.
///
/// @hidden public for its own room only
public final class TextTable {
  private static final int NONE = -1;

  /// The papers that have vectors of their own.
  private final FixedBitSet own;

  /// The papers that share a text: paper and text of each, the paper in the upper half; ascending.
  private final long[] byPaper;

  /// The same with the text in the upper half; ascending.
  private final long[] byText;

  private TextTable(FixedBitSet own, long[] byPaper, long[] byText) {
    this.own = own;
    this.byPaper = byPaper;
    this.byText = byText;
  }

  /// Reads the table of a reader. Takes time for each shared text, and hardly any for the others.
  public static TextTable of(IndexReader reader) throws IOException {
    Builder builder = new Builder(reader);
    for (LeafReaderContext leaf : reader.leaves()) {
      builder.readTexts(leaf);
    }
    for (LeafReaderContext leaf : reader.leaves()) {
      builder.readPapers(leaf);
    }
    return builder.table();
  }

  private static final class Builder {
    private final OrdinalMap ordinals;
    private final FixedBitSet own;

    /// The text of each key, by its ordinal.
    private final int[] textOfKey;

    private long[] papers = {};
    private int size;

    Builder(IndexReader reader) throws IOException {
      List<LeafReaderContext> leaves = reader.leaves();
      SortedDocValues[] keys = new SortedDocValues[leaves.size()];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = keys(leaves.get(i));
      }
      this.ordinals = OrdinalMap.build(null, keys, PackedInts.DEFAULT);
      this.own = new FixedBitSet(Math.max(1, reader.maxDoc()));
      this.textOfKey = new int[Math.toIntExact(ordinals.getValueCount())];
      Arrays.fill(textOfKey, NONE);
    }

    private static SortedDocValues keys(LeafReaderContext leaf) throws IOException {
      return DocValues.getSorted(leaf.reader(), PaperDocument.TEXT);
    }

    void readTexts(LeafReaderContext leaf) throws IOException {
      FloatVectorValues vectors = leaf.reader().getFloatVectorValues(PaperDocument.vector(0));
      if (vectors == null) {
        return;
      }
      FixedBitSet withVector = new FixedBitSet(leaf.reader().maxDoc());
      withVector.or(vectors.iterator());
      Bits live = leaf.reader().getLiveDocs();
      if (live != null) {
        live.applyMask(withVector, 0);
      }
      SortedDocValues keys = keys(leaf);
      LongValues global = ordinals.getGlobalOrds(leaf.ord);
      for (int doc = keys.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = keys.nextDoc()) {
        if (withVector.getAndClear(doc)) {
          textOfKey[(int) global.get(keys.ordValue())] = leaf.docBase + doc;
        }
      }
      FixedBitSet.orRange(withVector, 0, own, leaf.docBase, withVector.length());
    }

    void readPapers(LeafReaderContext leaf) throws IOException {
      Bits live = leaf.reader().getLiveDocs();
      SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexFields.ID);
      SortedDocValues keys = keys(leaf);
      LongValues global = ordinals.getGlobalOrds(leaf.ord);
      for (int doc = keys.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = keys.nextDoc()) {
        int text = textOfKey[(int) global.get(keys.ordValue())];
        if (text != NONE && (live == null || live.get(doc)) && ids.advanceExact(doc)) {
          papers = size == papers.length ? Arrays.copyOf(papers, 2 * size + 16) : papers;
          papers[size++] = pair(leaf.docBase + doc, text);
        }
      }
    }

    TextTable table() {
      long[] byPaper = Arrays.copyOf(papers, size);
      long[] byText = Arrays.stream(byPaper).map(pair -> Long.rotateLeft(pair, 32)).toArray();
      Arrays.sort(byText);
      return new TextTable(own, byPaper, byText);
    }
  }

  private static long pair(int upper, int lower) {
    return (long) upper << Integer.SIZE | lower;
  }

  /// The first pair with an upper half that is not less.
  private static int first(long[] pairs, int upper) {
    int found = Arrays.binarySearch(pairs, pair(upper, 0));
    return found < 0 ? -found - 1 : found;
  }

  private static boolean has(long[] pairs, int at, int upper) {
    return at < pairs.length && pairs[at] >>> Integer.SIZE == upper;
  }

  /// The text of a paper; negative if it has none.
  public int textOf(int paper) {
    if (own.get(paper)) {
      return paper;
    }
    int at = first(byPaper, paper);
    return has(byPaper, at, paper) ? (int) byPaper[at] : NONE;
  }

  /// One paper of a text; negative if it has none.
  public int paperOf(int text) {
    if (own.get(text)) {
      return text;
    }
    int at = first(byText, text);
    return has(byText, at, text) ? (int) byText[at] : NONE;
  }

  /// Passes all papers of a text to `each`.
  public void papersOf(int text, IntConsumer each) {
    if (own.get(text)) {
      each.accept(text);
    }
    for (int at = first(byText, text); has(byText, at, text); at++) {
      each.accept((int) byText[at]);
    }
  }

  /// The texts of some papers.
  public FixedBitSet textsOf(FixedBitSet papers) {
    FixedBitSet texts = own.clone();
    texts.and(papers);
    for (long pair : byPaper) {
      if (papers.get((int) (pair >>> Integer.SIZE))) {
        texts.set((int) pair);
      }
    }
    return texts;
  }
}
