/// A library of references: which of its entries the index has, and which interests they belong to.
/// Start with [LibraryMatch] and [Interests].
@NullMarked
package dev.akin.recommend.library;

import org.jspecify.annotations.NullMarked;
