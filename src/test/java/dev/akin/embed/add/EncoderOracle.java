package dev.akin.embed.add;

import static dev.akin.embed.add.RandomEncoder.DISTANCES;
import static dev.akin.embed.add.RandomEncoder.EACH;
import static dev.akin.embed.add.RandomEncoder.EPSILON;
import static dev.akin.embed.add.RandomEncoder.HEADS;
import static dev.akin.embed.add.RandomEncoder.INNER;
import static dev.akin.embed.add.RandomEncoder.LAYERS;
import static dev.akin.embed.add.RandomEncoder.WIDTH;

/// Computes a [RandomEncoder] for one text by plain loops in double precision.
final class EncoderOracle {
  private final RandomEncoder model;
  private final Architecture kind;
  private final int tokens;

  private EncoderOracle(RandomEncoder model, int tokens) {
    this.model = model;
    this.kind = model.kind();
    this.tokens = tokens;
  }

  /// The state of each token.
  static double[][] states(RandomEncoder model, int[] ids) {
    return new EncoderOracle(model, ids.length).states(ids);
  }

  private double[][] states(int[] ids) {
    double[][] states = embeddings(ids);
    for (int layer = 0; layer < LAYERS; layer++) {
      String name = layer + ".";
      if (kind.isPreNormalized()) {
        states = sum(states, attention(layer, normalized(name + "first norm", states)));
        states = sum(states, feedForward(name, normalized(name + "second norm", states)));
      } else {
        states = normalized(name + "first norm", sum(states, attention(layer, states)));
        states = normalized(name + "second norm", sum(states, feedForward(name, states)));
      }
    }
    return kind.isPreNormalized() ? normalized("last norm", states) : states;
  }

  private double[][] embeddings(int[] ids) {
    float[] words = model.wordTable();
    float[] positions =
        model.table("positions", RandomEncoder.POSITIONS + model.firstPosition(), WIDTH, 0.1);
    float[] types = model.table("types", 2, WIDTH, 0.1);
    double[][] states = new double[tokens][WIDTH];
    for (int token = 0; token < tokens; token++) {
      for (int i = 0; i < WIDTH; i++) {
        states[token][i] = words[ids[token] * WIDTH + i];
        if (!kind.isRotary()) {
          states[token][i] += positions[(token + model.firstPosition()) * WIDTH + i];
        }
        if (kind == Architecture.BERT) {
          states[token][i] += types[i];
        }
      }
    }
    return kind == Architecture.DECODER ? states : normalized("embeddings norm", states);
  }

  private static double[][] sum(double[][] some, double[][] others) {
    double[][] sums = new double[some.length][WIDTH];
    for (int token = 0; token < some.length; token++) {
      for (int i = 0; i < WIDTH; i++) {
        sums[token][i] = some[token][i] + others[token][i];
      }
    }
    return sums;
  }

  private double[][] normalized(String name, double[][] states) {
    float[] gain = model.gain(name);
    float[] bias = kind.hasBiases() ? model.bias(name + " bias", WIDTH) : new float[WIDTH];
    double[][] normalized = new double[tokens][WIDTH];
    for (int token = 0; token < tokens; token++) {
      double mean = kind == Architecture.DECODER ? 0 : mean(states[token]);
      double squares = 0;
      for (double value : states[token]) {
        squares += (value - mean) * (value - mean);
      }
      double deviation = Math.sqrt(squares / WIDTH + EPSILON);
      for (int i = 0; i < WIDTH; i++) {
        normalized[token][i] = (states[token][i] - mean) / deviation * gain[i] + bias[i];
      }
    }
    return normalized;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private double[][] linear(String name, double[][] states, int out) {
    int in = states[0].length;
    float[] weights = model.matrix(name, in, out);
    float[] bias = kind.hasBiases() ? model.bias(name + " bias", out) : new float[out];
    double[][] results = new double[tokens][out];
    for (int token = 0; token < tokens; token++) {
      for (int column = 0; column < out; column++) {
        results[token][column] = bias[column];
        for (int row = 0; row < in; row++) {
          results[token][column] += states[token][row] * weights[row * out + column];
        }
      }
    }
    return results;
  }

  private double[][] attention(int layer, double[][] states) {
    double[][] queries = turned(linear(layer + ".query", states, WIDTH));
    double[][] keys = turned(linear(layer + ".key", states, WIDTH));
    double[][] values = linear(layer + ".value", states, WIDTH);
    double[][] mixed = new double[tokens][WIDTH];
    for (int head = 0; head < HEADS; head++) {
      for (int token = 0; token < tokens; token++) {
        double[] weights = weights(layer, head, token, queries, keys);
        for (int other = 0; other < tokens; other++) {
          for (int i = head * EACH; i < (head + 1) * EACH; i++) {
            mixed[token][i] += weights[other] * values[other][i];
          }
        }
      }
    }
    return linear(layer + ".output", mixed, WIDTH);
  }

  /// Rotates each pair of coordinates of a head by an angle that grows with the position.
  private double[][] turned(double[][] states) {
    if (!kind.isRotary()) {
      return states;
    }
    double[][] turned = new double[tokens][WIDTH];
    for (int token = 0; token < tokens; token++) {
      for (int head = 0; head < HEADS; head++) {
        for (int pair = 0; pair < EACH / 2; pair++) {
          double angle = token * RandomEncoder.frequency(pair);
          int one = head * EACH + pair;
          int other = one + EACH / 2;
          double x = states[token][one];
          double y = states[token][other];
          turned[token][one] = x * Math.cos(angle) - y * Math.sin(angle);
          turned[token][other] = y * Math.cos(angle) + x * Math.sin(angle);
        }
      }
    }
    return turned;
  }

  private double[] weights(int layer, int head, int token, double[][] queries, double[][] keys) {
    float[] distances = model.table("distances", 2 * DISTANCES + 1, HEADS, 0.5);
    double[] weights = new double[tokens];
    double sum = 0;
    for (int other = 0; other < tokens; other++) {
      double score = 0;
      for (int i = head * EACH; i < (head + 1) * EACH; i++) {
        score += queries[token][i] * keys[other][i];
      }
      score /= Math.sqrt(EACH);
      if (kind == Architecture.MPNET) {
        int distance = Math.clamp(other - token, -DISTANCES, DISTANCES) + DISTANCES;
        score += distances[distance * HEADS + head];
      }
      weights[other] = isSeen(layer, token, other) ? Math.exp(score) : 0;
      sum += weights[other];
    }
    for (int other = 0; other < tokens; other++) {
      weights[other] /= sum;
    }
    return weights;
  }

  private boolean isSeen(int layer, int token, int other) {
    return switch (kind) {
      case DECODER -> other <= token;
      case MODERNBERT -> layer % 2 == 0 || Math.abs(other - token) <= RandomEncoder.WINDOW;
      default -> true;
    };
  }

  private double[][] feedForward(String layer, double[][] states) {
    double[][] inner = linear(layer + "inner", states, INNER);
    double[][] gate = kind.isPreNormalized() ? linear(layer + "gate", states, INNER) : inner;
    for (int token = 0; token < tokens; token++) {
      for (int i = 0; i < INNER; i++) {
        double value = inner[token][i];
        double active = kind == Architecture.DECODER ? value / (1 + Math.exp(-value)) : gelu(value);
        inner[token][i] = kind.isPreNormalized() ? active * gate[token][i] : active;
      }
    }
    return linear(layer + "outer", inner, WIDTH);
  }

  private static double gelu(double value) {
    return value / 2 * (1 + erf(value / Math.sqrt(2)));
  }

  /// The series of the error function; good to 1e-12 for what comes here.
  private static double erf(double x) {
    if (Math.abs(x) > 5) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; n < 200; n++) {
      term *= -x * x / n;
      sum += term / (2 * n + 1);
    }
    return sum * 2 / Math.sqrt(Math.PI);
  }
}
