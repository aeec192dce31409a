/// The documents of an index in a cluster, field by field. Start with [PaperJson], which describes
/// them; [IndexLayout] is their mapping.
///
/// A change here may change the format in the cluster. Must never know how the cluster is asked.
@NullMarked
package dev.akin.index.opensearch.document;

import org.jspecify.annotations.NullMarked;
