/// The map: the places of papers ([MapLayout]), their colors ([MapColors], which chooses them), and
/// the map as a page, as SVG and as PNG. Start with [PaperMap].
///
/// The page's scripts and style sheet are in this package's resources.
@NullMarked
package dev.akin.report.map;

import org.jspecify.annotations.NullMarked;
