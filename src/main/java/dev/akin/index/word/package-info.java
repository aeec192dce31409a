/// The words of papers and queries, the same in every store: how texts and names are split into
/// words, and how words are weighed. Start with [WordWeights].
///
/// Uses Lucene's analyzers. Must never know where papers are kept.
@NullMarked
package dev.akin.index.word;

import org.jspecify.annotations.NullMarked;
