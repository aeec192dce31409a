/// What a paper is: an id, a title, an abstract, and what is known about them. Start with [Paper].
///
/// [PlainText] is the form of all texts, [Sentences] cuts a text into sentences, [Identifiers]
/// finds a paper's public names, [Doi] the DOI in what people write for one. A [Publication] says
/// where a paper was published, a [Holding] what its repository says about it. [PersonName] guesses
/// the parts of an author's name.
///
/// Knows nothing of files, models or indexes.
@NullMarked
package dev.akin.paper;

import org.jspecify.annotations.NullMarked;
