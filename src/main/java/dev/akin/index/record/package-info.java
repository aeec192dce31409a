/// Papers as bytes, the same in every store. Start with [PaperRecord].
///
/// A change here changes the format of all indexes. Must never know where papers are kept.
@NullMarked
package dev.akin.index.record;

import org.jspecify.annotations.NullMarked;
