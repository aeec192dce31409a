package dev.akin.embed.token;

import dev.akin.embed.model.Batching;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Texts that a model computes together, padded to the longest.
///
/// @param members the texts, longest first
///
/// @hidden public for its own room only
public record TokenBatch(List<Member> members) {
  /// A text of a batch.
  ///
  /// @param place its place in the caller's list
  public record Member(int place, TokenizedText text) {}

  /// Cuts texts into batches of at most `tokensPerBatch` tokens, padding included. A longer text is
  /// a batch of its own. Texts of similar length come together, so that there is little padding,
  /// and long texts come first, so that no long batch is left at the end.
  public static List<TokenBatch> cut(
      List<TokenizedText> texts, int tokensPerBatch, Batching batching) {
    List<Member> longestFirst = new ArrayList<>();
    for (int place = 0; place < texts.size(); place++) {
      longestFirst.add(new Member(place, texts.get(place)));
    }
    longestFirst.sort(Comparator.comparingInt((Member member) -> -member.text().tokens()));
    List<TokenBatch> batches = new ArrayList<>();
    for (int from = 0; from < longestFirst.size(); ) {
      int width = width(longestFirst.get(from));
      int most = batching == Batching.ALONE ? 1 : Math.max(1, tokensPerBatch / width);
      int to = Math.min(longestFirst.size(), from + most);
      while (batching == Batching.EQUAL && width(longestFirst.get(to - 1)) < width) {
        to--;
      }
      batches.add(new TokenBatch(List.copyOf(longestFirst.subList(from, to))));
      from = to;
    }
    return batches;
  }

  /// How many texts there are.
  public int size() {
    return members.size();
  }

  /// How many tokens the longest text has, at least 1.
  public int width() {
    return width(members.getFirst());
  }

  // An empty text has no tokens if the tokenizer has no special tokens.
  private static int width(Member longest) {
    return Math.max(1, longest.text().tokens());
  }

  /// Token ids `[text][token]` in one array; 0 for padding.
  public long[] ids() {
    long[] ids = new long[size() * width()];
    for (int row = 0; row < size(); row++) {
      long[] text = members.get(row).text().ids();
      System.arraycopy(text, 0, ids, row * width(), text.length);
    }
    return ids;
  }

  /// The place of each token in its text, from 0, `[text][token]` in one array; padding is counted
  /// on.
  public long[] positions() {
    long[] positions = new long[size() * width()];
    Arrays.setAll(positions, i -> i % width());
    return positions;
  }

  /// 1 for a token and 0 for padding, `[text][token]` in one array.
  public long[] mask() {
    long[] mask = new long[size() * width()];
    for (int row = 0; row < size(); row++) {
      int first = row * width();
      Arrays.fill(mask, first, first + members.get(row).text().tokens(), 1);
    }
    return mask;
  }
}
