/// Texts to token ids, and which tokens belong to which word and sentence. Start with
/// [TextTokenizer].
///
/// Must never know how a model computes.
@NullMarked
package dev.akin.embed.token;

import org.jspecify.annotations.NullMarked;
