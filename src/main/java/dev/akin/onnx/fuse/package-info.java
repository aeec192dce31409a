/// An encoder as a graph that ONNX Runtime computes fast, in single precision or with integers of 8
/// bits. Start with [FusedGraph], which lists the inputs and outputs.
///
/// Must never know how the published graph was written.
@NullMarked
package dev.akin.onnx.fuse;

import org.jspecify.annotations.NullMarked;
