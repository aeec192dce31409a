/// Geometry: directions in the space of a model. Start with [Embedding].
@NullMarked
package dev.akin.vector;

import org.jspecify.annotations.NullMarked;
