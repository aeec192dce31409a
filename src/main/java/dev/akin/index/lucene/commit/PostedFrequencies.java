package dev.akin.index.lucene.commit;

import dev.akin.index.record.IndexFields;
import dev.akin.index.word.WordFrequencies;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/// In how many papers of one commit a word is. Remembers words, because a look-up takes
/// microseconds in each segment, and a paper has a hundred words. Safe for use by many threads.
///
/// @hidden public for its own room only
public final class PostedFrequencies implements WordFrequencies {
  /// About 10 MB.
  private static final int MAX_REMEMBERED = 100_000;

  private final IndexReader reader;
  private final Map<String, Frequency> remembered = new ConcurrentHashMap<>();

  public PostedFrequencies(IndexReader reader) {
    this.reader = reader;
  }

  @Override
  public Frequency of(String word) throws IOException {
    Frequency known = remembered.get(word);
    return known == null ? lookUp(word) : known;
  }

  private Frequency lookUp(String word) throws IOException {
    int inTexts = reader.docFreq(new Term(IndexFields.WORDS, word));
    if (inTexts == 0) {
      // Not remembered: there is no end of words that no paper has.
      return Frequency.NONE;
    }
    Frequency found =
        new Frequency(inTexts, reader.docFreq(new Term(IndexFields.TITLE_WORDS, word)));
    if (remembered.size() < MAX_REMEMBERED) {
      remembered.put(word, found);
    }
    return found;
  }
}
