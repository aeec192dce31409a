/// Text to vectors. Start with [Embedder]; a model is a [ModelFolder].
@NullMarked
package dev.akin.embed;

import org.jspecify.annotations.NullMarked;
