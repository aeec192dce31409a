/// Builds and commits of an index in a cluster, and who writes to it. Start with [ClusterHome],
/// which knows where they are; [IndexFacts] is what stands with each.
@NullMarked
package dev.akin.index.opensearch.commit;

import org.jspecify.annotations.NullMarked;
