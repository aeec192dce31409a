package dev.akin.embed.run;

import dev.akin.vector.Cosine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The results of a model for all passes of a text, and how they become one.
///
/// The vector of the text is the sum of the passes' unit vectors, the title's times its weight. So
/// it is still a sum over tokens: those of a pass are multiplied by one factor.
///
/// @param pooled one for each of [TextPasses#all]
/// @param titleWeight of a second pass, above 0
record PooledPasses(TextPasses passes, List<PooledText> pooled, double titleWeight) {
  /// The vector of the text, not normalized.
  float[] vector() {
    return sum(pooled.stream().map(PooledText::vector).toList());
  }

  /// A vector for each sentence, not normalized; those of the title are of its own pass.
  List<float[]> sentences() {
    List<float[]> sentences = new ArrayList<>(Arrays.asList(pooled.getFirst().sentences()));
    float[][] title = pooled.getLast().sentences();
    for (int i = 0; pooled.size() > 1 && i < title.length; i++) {
      sentences.set(i, title[i]);
    }
    return sentences;
  }

  /// What the tokens of each term add to [#vector]. Empty if no terms were asked for.
  SequencedMap<String, float[]> terms() {
    SequencedMap<String, List<float[]>> byName = new LinkedHashMap<>();
    for (int pass = 0; pass < pooled.size(); pass++) {
      List<String> names = passes.all().get(pass).terms().names();
      for (int term = 0; term < names.size(); term++) {
        byName.computeIfAbsent(names.get(term), _ -> noSums()).set(pass, terms(pass)[term]);
      }
    }
    SequencedMap<String, float[]> terms = new LinkedHashMap<>();
    byName.forEach((name, sums) -> terms.put(name, sum(sums)));
    return terms;
  }

  private List<float[]> noSums() {
    return new ArrayList<>(pooled.stream().map(pass -> new float[pass.vector().length]).toList());
  }

  /// What all tokens that belong to no term add to [#vector].
  ///
  /// @throws IllegalStateException if no terms were asked for
  float[] otherTerms() {
    if (!hasTerms()) {
      throw new IllegalStateException("no terms were asked for");
    }
    List<float[]> last = new ArrayList<>();
    for (int pass = 0; pass < pooled.size(); pass++) {
      last.add(terms(pass)[terms(pass).length - 1]);
    }
    return sum(last);
  }

  /// Whether terms were asked for.
  boolean hasTerms() {
    return pooled.getFirst().terms().length > 0;
  }

  private float[][] terms(int pass) {
    return pooled.get(pass).terms();
  }

  /// @param parts a vector of each pass
  private float[] sum(List<float[]> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    float[] sum = new float[parts.getFirst().length];
    for (int pass = 0; pass < parts.size(); pass++) {
      float[] vector = pooled.get(pass).vector();
      double factor = (pass == 0 ? 1 : titleWeight) / Math.sqrt(Cosine.dot(vector, vector));
      for (int i = 0; i < sum.length; i++) {
        sum[i] += (float) (factor * parts.get(pass)[i]);
      }
    }
    return sum;
  }
}
