/// HTML, JATS and MathML in titles and abstracts to plain text. Start with [MarkupText]; which
/// elements there are is said in [MarkupElement].
///
/// Knows no format: every format and every harvest hands it each field.
@NullMarked
package dev.akin.read.markup;

import org.jspecify.annotations.NullMarked;
