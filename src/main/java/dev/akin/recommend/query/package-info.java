/// What is asked: examples, options, and what the index and the models say of them. Start with
/// [Query] and [RecommendOptions]; a [Resolver] looks the examples up.
@NullMarked
package dev.akin.recommend.query;

import org.jspecify.annotations.NullMarked;
