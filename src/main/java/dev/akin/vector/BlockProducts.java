package dev.akin.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Multiplies blocks of rows with each other and offers the large products as candidates. For one
/// thread.
///
/// The method is that of Goto and van de Geijn (Anatomy of High-Performance Matrix Multiplication,
/// 2008): the columns of a block are interleaved in panels, so that a tile of [#TILE_ROWS] rows and
/// [#TILE_VECTORS] vectors of columns stays in registers while all coordinates are added up. Each
/// product adds its coordinates in order, one by one, and rounds after each.
final class BlockProducts {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int TILE_ROWS = 6;
  private static final int TILE_VECTORS = 3;
  private static final int PANEL = TILE_VECTORS * LANES;

  private final Candidates candidates;
  private final int dimension;
  private final float[] rows;
  private final float[] panels;
  private final float[] columnFloors;
  private int filledRows = -1;
  private final float[] tile = new float[TILE_ROWS * PANEL];

  BlockProducts(Candidates candidates) {
    this.candidates = candidates;
    this.dimension = candidates.vectors().length == 0 ? 0 : candidates.vectors()[0].length;
    this.rows = new float[roundedUp(Candidates.BLOCK, TILE_ROWS) * dimension];
    this.panels = new float[roundedUp(Candidates.BLOCK, PANEL) * dimension];
    this.columnFloors = new float[roundedUp(Candidates.BLOCK, PANEL)];
  }

  private static int roundedUp(int count, int unit) {
    return (count + unit - 1) / unit * unit;
  }

  /// Multiplies two blocks and offers the products to the rows of both.
  void add(BlockPair pair) {
    int firstRow = pair.row() * Candidates.BLOCK;
    int firstColumn = pair.column() * Candidates.BLOCK;
    if (pair.row() != filledRows) {
      fill(rows, firstRow, TILE_ROWS);
      filledRows = pair.row();
    }
    fill(panels, firstColumn, PANEL);
    int rowCount = count(firstRow);
    int columnCount = count(firstColumn);
    for (int panel = 0; panel < columnCount; panel += PANEL) {
      refreshFloors(firstColumn + panel, panel);
      for (int row = 0; row < rowCount; row += TILE_ROWS) {
        multiply(row * dimension, panel * dimension);
        offer(firstRow + row, firstColumn + panel, panel, pair.onDiagonal());
      }
    }
  }

  /// How many rows a block has.
  private int count(int first) {
    return Math.min(Candidates.BLOCK, candidates.vectors().length - first);
  }

  /// Copies a block of rows; each `width` rows are interleaved.
  private void fill(float[] groups, int first, int width) {
    float[][] vectors = candidates.vectors();
    for (int row = 0; row < count(first); row++) {
      float[] vector = vectors[first + row];
      int at = row / width * width * dimension + row % width;
      for (int i = 0; i < dimension; i++, at += width) {
        groups[at] = vector[i];
      }
    }
  }

  private void refreshFloors(int firstColumn, int panel) {
    int count = candidates.vectors().length;
    for (int lane = 0; lane < PANEL; lane++) {
      int column = firstColumn + lane;
      columnFloors[panel + lane] =
          column < count ? candidates.floor(column) : Float.POSITIVE_INFINITY;
    }
  }

  /// Fills the tile with the products of [#TILE_ROWS] rows and a panel of columns.
  private void multiply(int row, int panel) {
    final float[] a = rows;
    final float[] b = panels;
    final int end = dimension;
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = s00;
    FloatVector s02 = s00;
    FloatVector s10 = s00;
    FloatVector s11 = s00;
    FloatVector s12 = s00;
    FloatVector s20 = s00;
    FloatVector s21 = s00;
    FloatVector s22 = s00;
    FloatVector s30 = s00;
    FloatVector s31 = s00;
    FloatVector s32 = s00;
    FloatVector s40 = s00;
    FloatVector s41 = s00;
    FloatVector s42 = s00;
    FloatVector s50 = s00;
    FloatVector s51 = s00;
    FloatVector s52 = s00;
    for (int i = 0; i < end; i++) {
      int left = row + i * TILE_ROWS;
      int right = panel + i * PANEL;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, right);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, right + LANES);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, right + 2 * LANES);
      FloatVector a0 = FloatVector.broadcast(SPECIES, a[left]);
      s00 = a0.fma(b0, s00);
      s01 = a0.fma(b1, s01);
      s02 = a0.fma(b2, s02);
      FloatVector a1 = FloatVector.broadcast(SPECIES, a[left + 1]);
      s10 = a1.fma(b0, s10);
      s11 = a1.fma(b1, s11);
      s12 = a1.fma(b2, s12);
      FloatVector a2 = FloatVector.broadcast(SPECIES, a[left + 2]);
      s20 = a2.fma(b0, s20);
      s21 = a2.fma(b1, s21);
      s22 = a2.fma(b2, s22);
      FloatVector a3 = FloatVector.broadcast(SPECIES, a[left + 3]);
      s30 = a3.fma(b0, s30);
      s31 = a3.fma(b1, s31);
      s32 = a3.fma(b2, s32);
      FloatVector a4 = FloatVector.broadcast(SPECIES, a[left + 4]);
      s40 = a4.fma(b0, s40);
      s41 = a4.fma(b1, s41);
      s42 = a4.fma(b2, s42);
      FloatVector a5 = FloatVector.broadcast(SPECIES, a[left + 5]);
      s50 = a5.fma(b0, s50);
      s51 = a5.fma(b1, s51);
      s52 = a5.fma(b2, s52);
    }
    store(0, s00, s01, s02);
    store(1, s10, s11, s12);
    store(2, s20, s21, s22);
    store(3, s30, s31, s32);
    store(4, s40, s41, s42);
    store(5, s50, s51, s52);
  }

  private void store(int row, FloatVector first, FloatVector second, FloatVector third) {
    first.intoArray(tile, row * PANEL);
    second.intoArray(tile, row * PANEL + LANES);
    third.intoArray(tile, row * PANEL + 2 * LANES);
  }

  /// Offers the products of the tile to its rows and, off the diagonal, to its columns.
  private void offer(int firstRow, int firstColumn, int panel, boolean diagonal) {
    int count = candidates.vectors().length;
    for (int r = 0; r < TILE_ROWS && firstRow + r < count; r++) {
      float rowFloor = candidates.floor(firstRow + r);
      for (int lane = 0; lane < PANEL; lane += LANES) {
        FloatVector products = FloatVector.fromArray(SPECIES, tile, r * PANEL + lane);
        FloatVector floors =
            FloatVector.fromArray(SPECIES, columnFloors, panel + lane).min(rowFloor);
        if (products.compare(VectorOperators.GE, floors).anyTrue()) {
          offerLanes(firstRow + r, firstColumn + lane, r * PANEL + lane, diagonal);
        }
      }
    }
  }

  private void offerLanes(int row, int firstColumn, int at, boolean diagonal) {
    int end = Math.min(LANES, candidates.vectors().length - firstColumn);
    for (int lane = 0; lane < end; lane++) {
      int column = firstColumn + lane;
      float product = tile[at + lane];
      if (row != column && product >= candidates.floor(row)) {
        candidates.offer(row, column, product);
      }
      if (!diagonal && product >= candidates.floor(column)) {
        candidates.offer(column, row, product);
      }
    }
  }
}
