/// One model at work: batches, workers, the queue, pooling. Start with [Embedder].
///
/// The vector of a text depends only on the text, not on its batch or on the number of threads.
/// Must never know how a graph was rewritten.
@NullMarked
package dev.akin.embed.run;

import org.jspecify.annotations.NullMarked;
