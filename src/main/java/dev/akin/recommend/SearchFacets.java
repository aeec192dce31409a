package dev.akin.recommend;

import dev.akin.index.store.Facets;
import dev.akin.recommend.understand.Understood;
import org.jspecify.annotations.Nullable;

/// How the papers of a search are distributed.
///
/// @param understood how the query was read; absent if nothing was typed
/// @param note what else people must know; absent if there is nothing
public record SearchFacets(Facets facets, @Nullable Understood understood, @Nullable String note) {}
