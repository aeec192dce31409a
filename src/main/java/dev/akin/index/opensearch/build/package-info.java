/// The parts of the writer of an index in a cluster. Start with [ClusterChanges], which collects
/// changes and writes them; [ClusterLookup] knows what was written before.
@NullMarked
package dev.akin.index.opensearch.build;

import org.jspecify.annotations.NullMarked;
