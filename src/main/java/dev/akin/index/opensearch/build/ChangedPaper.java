package dev.akin.index.opensearch.build;

import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import org.jspecify.annotations.Nullable;

/// The last change of a paper since the last commit.
///
/// @param paper absent if it was deleted
/// @param text the key of its text; absent if it has none
/// @param permanent whether it was deleted permanently
record ChangedPaper(@Nullable Paper paper, @Nullable TextKey text, boolean permanent) {}
