/// The writer of an index in a cluster, and its parts. Start with [ClusterWriterOpener], which
/// opens it; [ClusterChanges] collects changes and writes them, [ClusterLookup] knows what was
/// written before.
@NullMarked
package dev.akin.index.opensearch.build;

import org.jspecify.annotations.NullMarked;
