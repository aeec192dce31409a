package dev.akin.vector;

import java.util.Arrays;

/// For each row, the candidates with the greatest products among all that were offered. It keeps a
/// few more than are wanted, because products in single precision are not quite exact. The order of
/// offers does not matter: of equal products, the one with the lower row number is better. Safe for
/// use by many threads.
final class Candidates {
  /// How many rows a block has.
  static final int BLOCK = 768;

  /// How many more candidates are kept than are wanted.
  private static final int SPARE = 16;

  /// The longest array of every JVM.
  private static final int MAX_PLACES = Integer.MAX_VALUE - 8;

  private final float[][] vectors;
  private final int depth;

  /// Products with candidates: a heap of `depth` places for each row, its worst candidate first.
  private final float[] products;

  /// The candidates of these products.
  private final int[] rows;

  /// How many candidates each row has.
  private final int[] sizes;

  /// The product that a candidate of a row must reach. It is read without a lock: an old value lets
  /// more candidates pass, and [#offer] refuses them.
  private final float[] floors;

  private final Object[] locks;

  Candidates(float[][] vectors, int count) {
    this.vectors = vectors;
    this.depth = Math.min(count + SPARE, Math.max(1, vectors.length - 1));
    this.products = new float[places(vectors.length, depth)];
    this.rows = new int[products.length];
    this.sizes = new int[vectors.length];
    this.floors = new float[vectors.length];
    Arrays.fill(floors, Float.NEGATIVE_INFINITY);
    this.locks = new Object[blocks()];
    Arrays.setAll(locks, block -> new Object());
  }

  private static int places(int rows, int depth) {
    long places = (long) rows * depth;
    if (places > MAX_PLACES) {
      throw new IllegalArgumentException(
          "%,d candidates of each of %,d rows are more than an array holds".formatted(depth, rows));
    }
    return (int) places;
  }

  float[][] vectors() {
    return vectors;
  }

  int blocks() {
    return (vectors.length + BLOCK - 1) / BLOCK;
  }

  float floor(int row) {
    return floors[row];
  }

  /// Keeps a candidate of a row if its product is among the greatest so far.
  void offer(int row, int candidate, float product) {
    synchronized (locks[row / BLOCK]) {
      int heap = row * depth;
      if (sizes[row] < depth) {
        rise(heap, sizes[row]++, candidate, product);
      } else if (isWorse(products[heap], rows[heap], product, candidate)) {
        sink(heap, candidate, product);
      }
      if (sizes[row] == depth) {
        floors[row] = products[heap];
      }
    }
  }

  private static boolean isWorse(float product, int row, float thanProduct, int thanRow) {
    return product < thanProduct || (product == thanProduct && row > thanRow);
  }

  private void rise(int heap, int from, int candidate, float product) {
    int at = from;
    while (at > 0) {
      int parent = (at - 1) / 2;
      if (!isWorse(product, candidate, products[heap + parent], rows[heap + parent])) {
        break;
      }
      move(heap, parent, at);
      at = parent;
    }
    put(heap + at, candidate, product);
  }

  private void sink(int heap, int candidate, float product) {
    int at = 0;
    while (2 * at + 1 < depth) {
      int child = 2 * at + 1;
      int other = heap + child + 1;
      if (child + 1 < depth
          && isWorse(products[other], rows[other], products[other - 1], rows[other - 1])) {
        child++;
      }
      if (!isWorse(products[heap + child], rows[heap + child], product, candidate)) {
        break;
      }
      move(heap, child, at);
      at = child;
    }
    put(heap + at, candidate, product);
  }

  private void move(int heap, int from, int to) {
    put(heap + to, rows[heap + from], products[heap + from]);
  }

  private void put(int at, int candidate, float product) {
    products[at] = product;
    rows[at] = candidate;
  }

  /// The candidates of a row, in no particular order.
  int[] of(int row) {
    return Arrays.copyOfRange(rows, row * depth, row * depth + sizes[row]);
  }
}
