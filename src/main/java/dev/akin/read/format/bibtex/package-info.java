/// BibTeX, by its grammar and, where a file breaks it, entry by entry. Start with [Bibtex].
@NullMarked
package dev.akin.read.format.bibtex;

import org.jspecify.annotations.NullMarked;
