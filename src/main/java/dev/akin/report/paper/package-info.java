/// The pages of papers: of all in one file ([PapersPage]), and of single ones as HTML and Markdown
/// ([PaperPages]).
@NullMarked
package dev.akin.report.paper;

import org.jspecify.annotations.NullMarked;
