/// A model's graph, written anew, compared with the published graph on real texts, and measured.
/// Start with [ModelRewrite].
///
/// What does not give the same vectors is not kept.
@NullMarked
package dev.akin.embed.rewrite;

import org.jspecify.annotations.NullMarked;
