/// An index in an OpenSearch cluster. Start with [ClusterWriters], which opens it for writing.
///
/// - `index.opensearch.client`: the cluster, asked by HTTP
/// - `index.opensearch.document`: the documents, field by field
/// - `index.opensearch.commit`: builds and commits, and the facts stored with them
/// - `index.opensearch.build`: the parts of the writer
@NullMarked
package dev.akin.index.opensearch;

import org.jspecify.annotations.NullMarked;
