/// Searches in one version of the index: by vectors, words and phrases, with filters. Start with
/// [NearestSearch]; [dev.akin.index.word.WordWeights] says how words are weighed.
///
/// A score that decides an order is computed in double precision, and ties are broken by paper id.
/// Must never write.
@NullMarked
package dev.akin.index.lucene.search;

import org.jspecify.annotations.NullMarked;
