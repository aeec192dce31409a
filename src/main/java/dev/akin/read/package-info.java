/// Files to papers: one [PaperFormat] a format, a [Problem] for every record that is refused. Start
/// with [PaperReader].
@NullMarked
package dev.akin.read;

import org.jspecify.annotations.NullMarked;
