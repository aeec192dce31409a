/// Searches in one version of an index in a cluster: by vectors, words, phrases, names and dates,
/// with filters. Start with [Point], which every search goes to.
///
/// The same questions as in [dev.akin.index.lucene.search], with the same answers. Must never
/// write.
@NullMarked
package dev.akin.index.opensearch.search;

import org.jspecify.annotations.NullMarked;
