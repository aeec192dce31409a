/// Papers and their vectors on disk, and how they are found again. Start with [PaperIndex] for
/// reading and [PaperIndexWriter] for writing. Every query goes to an [IndexSnapshot], which is one
/// commit; [IndexContents] says what there is in it.
///
/// - `index.search`: the kinds of searches
/// - `index.document`: the documents of the index, field by field
/// - `index.commit`: builds and commits, and the facts stored with them
/// - `index.build`: the parts of the writer
/// - `index.care`: verification and snapshots
/// - `index.disk`: files that survive a loss of power
///
/// The only room that uses Lucene; none of Lucene's types leaves it. Must never know a model: it
/// gets and returns vectors.
@NullMarked
package dev.akin.index;

import org.jspecify.annotations.NullMarked;
