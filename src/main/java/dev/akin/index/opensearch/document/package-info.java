/// The documents of an index in a cluster, field by field. Start with [ClusterLayout], which says
/// what kinds there are, and [ClusterDocument], which makes them.
@NullMarked
package dev.akin.index.opensearch.document;

import org.jspecify.annotations.NullMarked;
