/// Lists of papers in the formats that programs read: a feed, BibTeX, RIS, CSL-JSON, CSV. Start
/// with [ListFormat], which names them, and [PaperList], which they write.
@NullMarked
package dev.akin.write.list;

import org.jspecify.annotations.NullMarked;
