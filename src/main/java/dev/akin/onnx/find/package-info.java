/// Finds the encoder in a graph, in each of the ways in which exporters write one. Start with
/// [EncoderFinder]; for each part of an encoder there is a finder of its own.
///
/// A graph that is not fully understood is refused with a reason, never guessed. Must never know
/// how an encoder is written.
@NullMarked
package dev.akin.onnx.find;

import org.jspecify.annotations.NullMarked;
