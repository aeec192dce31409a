/// An OpenSearch cluster, asked by HTTP. Start with [Cluster]; [BulkWriter] writes many documents,
/// and [ClusterIndexes] makes indices and switches between them.
///
/// The only classes of the index that open connections, and only to the cluster that the user
/// names. They do not know what a paper is: bodies are trees of JSON.
@NullMarked
package dev.akin.index.opensearch.client;

import org.jspecify.annotations.NullMarked;
