/// ONNX's file format, and a graph in memory. Start with [OnnxModel]; [OnnxReader] and [OnnxWriter]
/// read and write it.
///
/// Must never know what the nodes of a graph are for.
@NullMarked
package dev.akin.onnx.file;

import org.jspecify.annotations.NullMarked;
