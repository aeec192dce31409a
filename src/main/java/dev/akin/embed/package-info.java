/// Text to vectors. Start with [Embedders]: the models of an index, ready to embed.
///
/// - `embed.model`: what a model is on disk, its card, its settings
/// - `embed.token`: texts to tokens, and which words and sentences they belong to
/// - `embed.run`: one model at work on ONNX Runtime
/// - `embed.rewrite`: a model's graph made faster, and tried against the published one
/// - `embed.bench`: how fast each graph of a model is here
///
/// The only room with DJL and ONNX Runtime. Knows no index.
@NullMarked
package dev.akin.embed;

import org.jspecify.annotations.NullMarked;
