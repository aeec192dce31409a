package dev.akin.index.lucene.search;

import dev.akin.index.lucene.document.StoredWordCounts;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.Hit;
import dev.akin.index.word.Bm25;
import dev.akin.index.word.QueryTerms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/// Scores given papers by weighed words: by the counts of words that are stored with a paper, and
/// those that an earlier akin wrote by the postings of each word. Both give the same scores.
final class WordScores {
  private final IndexReader reader;
  private final QueryTerms.Wording words;
  private final CountedWords counted;

  WordScores(IndexReader reader, QueryTerms.Wording words) {
    this.reader = reader;
    this.words = words;
    this.counted = new CountedWords(words.all());
  }

  /// The scores of papers, in no particular order. Papers that have none of the words are left out.
  ///
  /// @param papers their numbers in the reader
  List<Hit> of(int[] papers) throws IOException {
    int[] sorted = papers.clone();
    Arrays.sort(sorted);
    List<Hit> hits = new ArrayList<>(papers.length);
    int from = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      int to = from;
      while (to < sorted.length && sorted[to] < end) {
        to++;
      }
      if (to > from) {
        score(leaf, Arrays.copyOfRange(sorted, from, to), hits);
      }
      from = to;
    }
    return hits;
  }

  private void score(LeafReaderContext leaf, int[] papers, List<Hit> hits) throws IOException {
    LeafReader segment = leaf.reader();
    int[] docs = Arrays.stream(papers).map(paper -> paper - leaf.docBase).toArray();
    double[] scores = new double[docs.length];
    float[] texts = norms(segment, IndexFields.WORDS, words.formula().texts(), docs);
    float[] titles = norms(segment, IndexFields.TITLE_WORDS, words.formula().titles(), docs);
    StoredWordCounts counts = new StoredWordCounts(segment);
    for (int i = 0; i < docs.length; i++) {
      scores[i] = counted.score(counts, docs[i], texts[i], titles[i]);
    }
    int[] earlier = IntStream.range(0, docs.length).filter(i -> scores[i] < 0).toArray();
    if (earlier.length > 0) {
      double[] posted =
          new PostedWords(segment, IntStream.of(earlier).map(i -> docs[i]).toArray())
              .score(words.all(), picked(texts, earlier), picked(titles, earlier));
      for (int i = 0; i < earlier.length; i++) {
        scores[earlier[i]] = posted[i];
      }
    }
    Bits live = segment.getLiveDocs();
    keepThose(words.onlyIn(), segment, docs, scores);
    for (int i = 0; i < docs.length; i++) {
      if (scores[i] > 0 && (live == null || live.get(docs[i]))) {
        hits.add(new Hit(papers[i], scores[i]));
      }
    }
  }

  private static float[] picked(float[] norms, int[] papers) {
    float[] picked = new float[papers.length];
    for (int i = 0; i < papers.length; i++) {
      picked[i] = norms[papers[i]];
    }
    return picked;
  }

  /// Sets the scores of papers to 0 whose words are not in a language.
  private static void keepThose(
      @Nullable String language, LeafReader segment, int[] docs, double[] scores)
      throws IOException {
    if (language == null) {
      return;
    }
    PostingsEnum postings =
        segment.postings(new Term(IndexFields.WORDS_IN, language), PostingsEnum.NONE);
    for (int i = 0; i < docs.length; i++) {
      if (postings != null && postings.docID() < docs[i]) {
        postings.advance(docs[i]);
      }
      if (postings == null || postings.docID() != docs[i]) {
        scores[i] = 0;
      }
    }
  }

  /// What the lengths of papers in a field do to their words.
  private static float[] norms(LeafReader segment, String field, Bm25 formula, int[] docs)
      throws IOException {
    NumericDocValues values = segment.getNormValues(field);
    float[] norms = new float[docs.length];
    for (int i = 0; i < docs.length; i++) {
      boolean known = values != null && values.advanceExact(docs[i]);
      norms[i] = formula.norm(known ? values.longValue() : 1);
    }
    return norms;
  }
}
