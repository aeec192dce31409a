/// Candidates to a ranked list. Start with [Ranker], which finds and scores them; [Fusion] adds
/// meaning and words, and has the weight of the words; a [Selection] folds versions, cuts at the
/// floor, and diversifies.
@NullMarked
package dev.akin.recommend.rank;

import org.jspecify.annotations.NullMarked;
