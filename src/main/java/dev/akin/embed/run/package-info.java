/// One model at work: batches, workers, the queue, pooling. Start with [Embedder].
///
/// A text's vector depends on nothing but the text: neither on its batch nor on the number of
/// threads.
@NullMarked
package dev.akin.embed.run;

import org.jspecify.annotations.NullMarked;
