/// The page of one paper, as HTML and Markdown. Start with [PaperPages].
@NullMarked
package dev.akin.report.paper;

import org.jspecify.annotations.NullMarked;
