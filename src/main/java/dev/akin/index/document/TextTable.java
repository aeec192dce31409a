package dev.akin.index.document;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;

/// Which papers have which text, in memory: three ints for each document.
///
/// Papers and texts are documents of one reader, joined by the doc value `text`. Immutable.
///
/// @hidden public for its own room only
public final class TextTable {
  private static final int NONE = -1;

  /// The text of each paper; [#NONE] for a paper without text, and for a text.
  private final int[] textOfPaper;

  /// One paper of each text.
  private final int[] firstPaper;

  /// For each paper, another paper with the same text; [#NONE] for the last.
  private final int[] nextPaper;

  private TextTable(int documents) {
    textOfPaper = filled(documents);
    firstPaper = filled(documents);
    nextPaper = filled(documents);
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }

  /// Reads the table of a reader.
  public static TextTable of(IndexReader reader) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    SortedDocValues[] keys = new SortedDocValues[leaves.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = DocValues.getSorted(leaves.get(i).reader(), PaperDocument.TEXT);
    }
    OrdinalMap ordinals = OrdinalMap.build(null, keys, PackedInts.DEFAULT);
    int[] textOfKey = filled(Math.toIntExact(ordinals.getValueCount()));
    for (LeafReaderContext leaf : leaves) {
      readTexts(leaf, keys[leaf.ord], ordinals.getGlobalOrds(leaf.ord), textOfKey);
    }
    TextTable table = new TextTable(reader.maxDoc());
    for (LeafReaderContext leaf : leaves) {
      SortedDocValues again = DocValues.getSorted(leaf.reader(), PaperDocument.TEXT);
      table.readPapers(leaf, again, ordinals.getGlobalOrds(leaf.ord), textOfKey);
    }
    return table;
  }

  private static void readTexts(
      LeafReaderContext leaf, SortedDocValues keys, LongValues global, int[] textOfKey)
      throws IOException {
    FloatVectorValues vectors = leaf.reader().getFloatVectorValues(PaperDocument.vector(0));
    if (vectors == null) {
      return;
    }
    Bits live = leaf.reader().getLiveDocs();
    KnnVectorValues.DocIndexIterator docs = vectors.iterator();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if ((live == null || live.get(doc)) && keys.advanceExact(doc)) {
        textOfKey[(int) global.get(keys.ordValue())] = leaf.docBase + doc;
      }
    }
  }

  private void readPapers(
      LeafReaderContext leaf, SortedDocValues keys, LongValues global, int[] textOfKey)
      throws IOException {
    LeafReader reader = leaf.reader();
    Bits live = reader.getLiveDocs();
    SortedDocValues ids = DocValues.getSorted(reader, PaperDocument.ID);
    for (int doc = ids.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = ids.nextDoc()) {
      if ((live == null || live.get(doc)) && keys.advanceExact(doc)) {
        link(leaf.docBase + doc, textOfKey[(int) global.get(keys.ordValue())]);
      }
    }
  }

  private void link(int paper, int text) {
    if (text != NONE) {
      textOfPaper[paper] = text;
      nextPaper[paper] = firstPaper[text];
      firstPaper[text] = paper;
    }
  }

  /// The text of a paper; negative if it has none.
  public int textOf(int paper) {
    return textOfPaper[paper];
  }

  /// One paper of a text; negative if it has none.
  public int firstPaperOf(int text) {
    return firstPaper[text];
  }

  /// The next paper with the same text; negative after the last.
  public int nextPaper(int paper) {
    return nextPaper[paper];
  }

  /// The texts of some papers.
  public FixedBitSet textsOf(FixedBitSet papers) {
    FixedBitSet texts = new FixedBitSet(textOfPaper.length);
    for (int paper = 0; paper < textOfPaper.length; paper++) {
      if (textOfPaper[paper] != NONE && papers.get(paper)) {
        texts.set(textOfPaper[paper]);
      }
    }
    return texts;
  }
}
