/// Geometry: embeddings, and which of them are near each other, computed exactly. Start with
/// [Embedding]; [AllPairs] finds the nearest neighbors of all embeddings.
///
/// The only room that uses the JDK's Vector API. Must never know about papers.
@NullMarked
package dev.akin.vector;

import org.jspecify.annotations.NullMarked;
