/// Texts to token ids, and the span of text that each token covers. Start with [TextTokenizer].
///
/// Must never know how a model computes.
@NullMarked
package dev.akin.embed.token;

import org.jspecify.annotations.NullMarked;
