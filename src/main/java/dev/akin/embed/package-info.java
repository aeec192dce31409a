/// Text to vectors. Start with [Embedders]: the models of an index, ready to embed.
///
/// - `embed.model`: what a model is on disk, its card, its settings
/// - `embed.token`: texts to tokens, and the span of text that each token covers
/// - `embed.run`: one model at work on ONNX Runtime: batches, workers, the queue
/// - `embed.rewrite`: a model's graph made faster, and compared with the published one
/// - `embed.bench`: how fast each graph of a model is on this machine
///
/// The only room that uses DJL and ONNX Runtime. Must never know about the index.
@NullMarked
package dev.akin.embed;

import org.jspecify.annotations.NullMarked;
