/// A query: its examples, its options, and what the index and the models know of the examples.
/// Start with [Query] and [RecommendOptions]; a [Resolver] looks the examples up.
@NullMarked
package dev.akin.recommend.query;

import org.jspecify.annotations.NullMarked;
