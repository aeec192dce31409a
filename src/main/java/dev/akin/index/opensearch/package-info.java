/// An index in an OpenSearch cluster. Start with [OpenSearchStore].
///
/// - `index.opensearch.client`: the cluster, asked by HTTP
/// - `index.opensearch.document`: the documents of the index, field by field
/// - `index.opensearch.search`: the kinds of searches
/// - `index.opensearch.write`: the writer
///
/// akin splits the words, weighs them and keeps the records; the cluster keeps the documents, finds
/// them and scores them. None of the client's types leaves it.
@NullMarked
package dev.akin.index.opensearch;

import org.jspecify.annotations.NullMarked;
