/// Turns LaTeX into plain text, also where a text only may contain LaTeX. Start with [LatexText].
///
/// The meaning of each command is in the resource `latex.txt`.
@NullMarked
package dev.akin.read.latex;

import org.jspecify.annotations.NullMarked;
