/// The parts of the writer: writing documents, and what it counts, measures and merges at a commit.
/// Start with [DocumentWriter].
///
/// Must never know the folder of the index.
@NullMarked
package dev.akin.index.lucene.build;

import org.jspecify.annotations.NullMarked;
