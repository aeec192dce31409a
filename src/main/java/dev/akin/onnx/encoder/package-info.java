/// What akin knows about a BERT-like encoder: its layers and their weights. Start with [Encoder].
///
/// Must never know about nodes: `onnx.find` and `onnx.fuse` do.
@NullMarked
package dev.akin.onnx.encoder;

import org.jspecify.annotations.NullMarked;
