package dev.akin.serve;

import dev.akin.recommend.Query;
import dev.akin.recommend.RecommendOptions;
import dev.akin.write.Fields;

/// What a request wants to know.
///
/// @param query papers like which
/// @param options and how
/// @param fields of each paper
record Question(Query query, RecommendOptions options, Fields fields) {}
