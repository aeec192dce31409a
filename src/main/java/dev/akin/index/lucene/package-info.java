/// An index in a folder of this machine, made with Lucene. Start with [LuceneStore].
///
/// - `index.lucene.search`: the kinds of searches
/// - `index.lucene.catalog`: what there is to search for
/// - `index.lucene.document`: the documents of the index, field by field
/// - `index.lucene.graph`: the graph of vectors, and how it compares them
/// - `index.lucene.commit`: builds and commits, and the facts stored with them
/// - `index.lucene.build`: the parts of the writer
/// - `index.lucene.care`: verification and snapshots
/// - `index.lucene.disk`: files that survive a loss of power
///
/// None of Lucene's types leaves it.
@NullMarked
package dev.akin.index.lucene;

import org.jspecify.annotations.NullMarked;
