/// "More like this". Start with [Recommender], which answers a query; [SearchBox] answers what
/// people type, [LibraryRecommender] a whole library of references.
///
/// The way of a query: `recommend.query` (what is asked, looked up in the index), `recommend.rank`
/// (candidates, scores, the same works folded into one, a selection), `recommend.explain` (why);
/// `recommend.understand` finds out what a typed query is; `recommend.library` clusters the entries
/// of a library into interests.
///
/// Each answer comes from one commit of the index. Knows nothing of HTTP or of files.
@NullMarked
package dev.akin.recommend;

import org.jspecify.annotations.NullMarked;
