package dev.akin.index.lucene.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/// The terms of a field that begin with some letters. Terms are sorted, so only these are read.
///
/// @param field of the terms
/// @param start what they begin with; nothing begins with an empty one
record StartingTerms(IndexReader reader, String field, String start) {
  /// So many terms are compared at most, so that the time is bounded in an index of any size.
  private static final int MAX_COMPARED = 50_000;

  /// @param papers how many papers have it. Lucene includes those that were deleted since their
  ///   segment was written
  private record Frequent(String term, int papers) {
    static final Comparator<Frequent> RARE_FIRST =
        Comparator.comparingInt(Frequent::papers)
            .thenComparing(Frequent::term, Comparator.reverseOrder());
  }

  /// The first ones in the order of letters.
  List<String> first(int count) throws IOException {
    List<String> first = new ArrayList<>();
    TermsEnum terms = enumerated();
    for (BytesRef term = seek(terms);
        term != null && isStarting(term) && first.size() < count;
        term = terms.next()) {
      first.add(term.utf8ToString());
    }
    return first;
  }

  /// Those that the most papers have, the most frequent first.
  List<String> mostFrequent(int count) throws IOException {
    PriorityQueue<Frequent> best = new PriorityQueue<>(Frequent.RARE_FIRST);
    TermsEnum terms = enumerated();
    int compared = 0;
    for (BytesRef term = seek(terms);
        term != null && isStarting(term) && compared < MAX_COMPARED;
        term = terms.next()) {
      compared++;
      int papers = terms.docFreq();
      if (best.size() < count || papers > best.element().papers()) {
        best.add(new Frequent(term.utf8ToString(), papers));
        if (best.size() > count) {
          best.remove();
        }
      }
    }
    return best.stream().sorted(Frequent.RARE_FIRST.reversed()).map(Frequent::term).toList();
  }

  private TermsEnum enumerated() throws IOException {
    Terms terms = MultiTerms.getTerms(reader, field);
    return terms == null ? TermsEnum.EMPTY : terms.iterator();
  }

  private @Nullable BytesRef seek(TermsEnum terms) throws IOException {
    return start.isEmpty() || terms.seekCeil(new BytesRef(start)) == TermsEnum.SeekStatus.END
        ? null
        : terms.term();
  }

  private boolean isStarting(BytesRef term) {
    return StringHelper.startsWith(term, new BytesRef(start));
  }
}
