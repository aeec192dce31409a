package dev.akin.serve.request;

import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.write.PaperFields;

/// What a request wants to know.
///
/// @param query papers like which
/// @param options and how
/// @param fields of each paper
///
/// @hidden public for its own room only
public record ParsedQuery(Query query, RecommendOptions options, PaperFields fields) {}
