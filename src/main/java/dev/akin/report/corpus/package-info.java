/// The papers of one commit as rows, and who is near whom. Start with [Corpus]; a [NeighborGraph]
/// joins near papers.
@NullMarked
package dev.akin.report.corpus;

import org.jspecify.annotations.NullMarked;
