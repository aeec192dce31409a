/// Papers and their vectors on disk, and how they are found again. Start with [PaperIndex] to ask,
/// with [PaperIndexWriter] to write; every question is asked of an [IndexSnapshot], which is one
/// commit.
///
/// - `index.search`: the kinds of questions
/// - `index.document`: what a Lucene document holds, field by field
/// - `index.commit`: builds and commits, and the facts inside them
/// - `index.build`: what a writer needs to know of what it has written
/// - `index.care`: verify, snapshot
/// - `index.disk`: files that survive a loss of power
///
/// The only room with Lucene, and none of its types leaves it. Knows no model: vectors come in and
/// go out.
@NullMarked
package dev.akin.index;

import org.jspecify.annotations.NullMarked;
