/// LaTeX to plain text, also where a text only may be LaTeX. Start with [LatexText].
///
/// What commands mean stands in `latex.txt` beside this package's classes.
@NullMarked
package dev.akin.read.latex;

import org.jspecify.annotations.NullMarked;
