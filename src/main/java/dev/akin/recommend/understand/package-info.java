/// How a query is understood that somebody typed into the search box: an identifier, a title, a
/// person, or a phrase. Start with [Interpreter], which decides, and [Understood], which says how.
@NullMarked
package dev.akin.recommend.understand;

import org.jspecify.annotations.NullMarked;
