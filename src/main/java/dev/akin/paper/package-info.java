/// What a paper is: an id, a title, an abstract, and what is known about them. Start with [Paper].
///
/// [PlainText] is the form of all texts, [Sentences] cuts a text into sentences, [Identifiers]
/// finds a paper's public names.
///
/// Knows nothing of files, models or indexes.
@NullMarked
package dev.akin.paper;

import org.jspecify.annotations.NullMarked;
