/// Why a paper was recommended: shares of words, close sentences, what is shared. Start with
/// [Explainer].
@NullMarked
package dev.akin.recommend.explain;

import org.jspecify.annotations.NullMarked;
