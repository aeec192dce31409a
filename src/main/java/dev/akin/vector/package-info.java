/// Geometry: directions in the space of a model, and which of them are near each other, exactly.
/// Start with [Embedding]; [AllPairs] finds the nearest neighbors of everything.
///
/// The kernels here use the JDK's Vector API; nothing else does. Knows nothing of papers.
@NullMarked
package dev.akin.vector;

import org.jspecify.annotations.NullMarked;
