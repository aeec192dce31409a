/// An index in a cluster beside one in a folder, and beside OpenSearch used by itself. Begin with
/// [dev.akin.bench.cluster.ClusterBench].
@NullMarked
package dev.akin.bench.cluster;

import org.jspecify.annotations.NullMarked;
