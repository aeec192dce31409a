package dev.akin.serve.request;

import dev.akin.ask.TypedQuery;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.understand.ReadAs;
import dev.akin.write.text.PaperFields;
import org.jspecify.annotations.Nullable;

/// What somebody typed into the search box, with its options.
///
/// @param readAs how to read it; absent for the way that fits
/// @param fields the fields of each paper in the answer
///
/// @hidden public for its own room only
public record ParsedSearch(
    TypedQuery typed, @Nullable ReadAs readAs, RecommendOptions options, PaperFields fields) {}
