package dev.akin.embed.token;

import dev.akin.embed.model.TextSpan;
import java.util.Arrays;
import java.util.List;

/// Groups of the tokens of a text, such as its sentences. A token is in one group or in none.
///
/// @hidden public for its own room only
public final class TokenGroups {
  /// No groups.
  public static final TokenGroups NONE = new TokenGroups(0, new int[0]);

  private static final int NO_GROUP = -1;

  private final int count;
  private final int[] groups;

  private TokenGroups(int count, int[] groups) {
    this.count = count;
    this.groups = groups;
  }

  /// A group for each part of a text: the tokens that start in it.
  ///
  /// @param starts where each token starts in the text, in UTF-16 units; negative for a token that
  ///   is not in the text
  static TokenGroups of(int[] starts, List<TextSpan> parts) {
    int[] groups = new int[starts.length];
    int last = 0;
    for (int token = 0; token < starts.length; token++) {
      int group = starts[token] < 0 ? NO_GROUP : find(starts[token], parts, last);
      groups[token] = group;
      last = Math.max(group, 0);
    }
    return new TokenGroups(parts.size(), groups);
  }

  /// Groups with numbers.
  ///
  /// @param groups the group of each token, negative for none; kept
  static TokenGroups numbered(int count, int[] groups) {
    return new TokenGroups(count, groups);
  }

  // Most tokens are in the same part as the one before, or in the next.
  private static int find(int start, List<TextSpan> parts, int last) {
    for (int i = 0; i < parts.size(); i++) {
      int part = (last + i) % parts.size();
      if (parts.get(part).contains(start)) {
        return part;
      }
    }
    return NO_GROUP;
  }

  /// How many groups there are.
  public int count() {
    return count;
  }

  /// The group of a token, negative if it is in none.
  int of(int token) {
    return groups[token];
  }

  /// Adds up the states of the tokens of each group.
  ///
  /// @param states token states of a whole batch, `[text][token][coordinate]` in one array
  /// @param first where the first token of the text starts in `states`
  /// @return `[group][coordinate]`; zeros for a group without tokens
  public float[][] sums(float[] states, int first, int dimension) {
    float[][] sums = new float[count][dimension];
    for (int token = 0; token < groups.length; token++) {
      if (groups[token] >= 0) {
        add(states, first + token * dimension, sums[groups[token]]);
      }
    }
    return sums;
  }

  /// Sets the weights `[group][token]` that give the same sums: 1 if the token is in the group.
  ///
  /// @param weights zeros before
  /// @param first where the weights of the first group start
  /// @param width the distance from one group to the next
  public void weigh(float[] weights, int first, int width) {
    for (int token = 0; token < groups.length; token++) {
      if (groups[token] >= 0) {
        weights[first + groups[token] * width + token] = 1;
      }
    }
  }

  private static void add(float[] states, int first, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += states[first + i];
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(groups);
  }
}
