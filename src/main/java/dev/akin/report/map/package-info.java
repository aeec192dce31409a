/// The map: where papers stand ([MapLayout]), in which colors ([MapColors]), and as what they are
/// drawn: a page, SVG, PNG. Start with [PaperMap].
///
/// The page's scripts and style are beside these classes.
@NullMarked
package dev.akin.report.map;

import org.jspecify.annotations.NullMarked;
