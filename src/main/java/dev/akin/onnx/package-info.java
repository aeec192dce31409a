/// Graphs of models in ONNX's format: akin reads a published graph, recognizes a BERT-like encoder
/// in it, and writes the same encoder as a smaller and faster graph. Start with [EncoderRewrite];
/// [PublishedGraph] says what a graph needs.
///
/// - `onnx.file`: the file format, and a graph in memory
/// - `onnx.encoder`: what akin knows about an encoder
/// - `onnx.find`: a published graph to an encoder; change it when an exporter writes graphs in a
///   new way
/// - `onnx.fuse`: an encoder to a fast graph; change it when ONNX Runtime has a faster operator
///
/// Must never know about texts and tokenizers, and never runs a graph: `embed` does.
@NullMarked
package dev.akin.onnx;

import org.jspecify.annotations.NullMarked;
