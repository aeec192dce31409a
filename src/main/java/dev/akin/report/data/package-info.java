/// What the pages of a report know of every paper, stored once and in pieces that a page loads when
/// it needs them. Start with [PaperData].
///
/// The scripts that read the pieces are in this package's resources.
@NullMarked
package dev.akin.report.data;

import org.jspecify.annotations.NullMarked;
