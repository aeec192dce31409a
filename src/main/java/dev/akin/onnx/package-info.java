/// Graphs of ONNX: reads what people publish, recognizes a BERT-like encoder in it, and writes the
/// same encoder as a smaller and faster graph. Start with [EncoderRewrite].
///
/// Knows no text and no tokenizer, and runs nothing: `embed` does.
@NullMarked
package dev.akin.onnx;

import org.jspecify.annotations.NullMarked;
