/// The papers in one version of the index as rows, and the graph of their neighbors. Start with
/// [Corpus]; a [NeighborGraph] joins near papers.
@NullMarked
package dev.akin.report.corpus;

import org.jspecify.annotations.NullMarked;
