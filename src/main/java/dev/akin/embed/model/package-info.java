/// What a model is before it runs: its folder, its card, its templates, its precision and its
/// graphs. Start with [ModelFolder]; a model's pooling is chosen in its [ModelCard].
///
/// Must never load a native library.
@NullMarked
package dev.akin.embed.model;

import org.jspecify.annotations.NullMarked;
