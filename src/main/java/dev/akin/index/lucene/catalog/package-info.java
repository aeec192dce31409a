/// What an index contains, by name and date rather than by nearness: papers by their ids, titles
/// and dates, authors, categories, completions and counts. Start with [NameSearch].
///
/// Must never write.
@NullMarked
package dev.akin.index.lucene.catalog;

import org.jspecify.annotations.NullMarked;
