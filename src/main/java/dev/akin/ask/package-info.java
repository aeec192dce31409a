/// What people type into a search box, read into its parts: fields, exact phrases, words to leave
/// out, names, years. Start with [TypedQuery].
///
/// Knows nothing of indexes, HTTP or the command line: it says what a text can mean, never what is
/// there.
@NullMarked
package dev.akin.ask;

import org.jspecify.annotations.NullMarked;
