/// The graph of the vectors of texts, and how it compares them. Start with [PaperCodec].
///
/// A change here may change the format on disk. Must never know papers, commits or searches.
@NullMarked
package dev.akin.index.lucene.graph;

import org.jspecify.annotations.NullMarked;
