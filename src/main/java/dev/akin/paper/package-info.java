/// What a paper is: an id, a title, an abstract, and what is known about them. Start with [Paper].
///
/// Knows nothing of files, models or indexes.
@NullMarked
package dev.akin.paper;

import org.jspecify.annotations.NullMarked;
