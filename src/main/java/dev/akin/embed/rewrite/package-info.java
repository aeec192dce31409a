/// Rewrites a model's graph, compares it with the published graph on real texts, and measures how
/// it runs fastest. Start with [ModelRewrite].
///
/// A graph that does not give the same vectors is not kept. Must never know about nodes of a graph:
/// `onnx` does.
@NullMarked
package dev.akin.embed.rewrite;

import org.jspecify.annotations.NullMarked;
