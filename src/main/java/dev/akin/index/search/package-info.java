/// Questions to one commit: the nearest vectors, words, phrases, dates, filters. Start with
/// [NearestSearch]; words weigh as [WordWeights] says.
///
/// A score that decides an order is computed in double precision, and ties are broken by paper id.
@NullMarked
package dev.akin.index.search;

import org.jspecify.annotations.NullMarked;
