/// The graph of neighbors for other programs: GraphML, VOSviewer, and the table of neighbors. Start
/// with [GraphmlFile].
@NullMarked
package dev.akin.report.graph;

import org.jspecify.annotations.NullMarked;
