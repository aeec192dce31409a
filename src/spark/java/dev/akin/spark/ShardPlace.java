package dev.akin.spark;

import java.io.Serial;
import java.io.Serializable;
import java.util.Comparator;
import org.apache.spark.Partitioner;

/// Where a record belongs: its shard, and its place in the input. So the records of a shard come in
/// the order in which `akin embed` meets them.
///
/// @param shard from 1
/// @param file number of the input file
/// @param record number of the record in the file
record ShardPlace(int shard, int file, long record) implements Serializable {
  /// The order of the input.
  static final class InputOrder implements Comparator<ShardPlace>, Serializable {
    @Serial private static final long serialVersionUID = 1;

    @Override
    public int compare(ShardPlace a, ShardPlace b) {
      int byFile = Integer.compare(a.file, b.file);
      return byFile == 0 ? Long.compare(a.record, b.record) : byFile;
    }
  }

  /// A partition for each shard.
  static final class ByShard extends Partitioner {
    @Serial private static final long serialVersionUID = 1;

    private final int shards;

    ByShard(int shards) {
      this.shards = shards;
    }

    @Override
    public int numPartitions() {
      return shards;
    }

    @Override
    public int getPartition(Object place) {
      return ((ShardPlace) place).shard - 1;
    }
  }
}
