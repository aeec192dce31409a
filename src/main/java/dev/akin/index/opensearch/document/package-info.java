/// The documents of an index in a cluster, field by field. Start with [ClusterLayout], which says
/// what kinds there are; [ClusterDocument] makes them, and [FoundDocument] reads them.
///
/// A change here changes the format in the cluster.
@NullMarked
package dev.akin.index.opensearch.document;

import org.jspecify.annotations.NullMarked;
