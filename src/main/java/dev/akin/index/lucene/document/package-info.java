/// The documents of the index, field by field, and how they are read back. Start with
/// [PaperDocument], which describes the format.
///
/// A change here may change the format on disk. Must never know builds, commits or searches.
@NullMarked
package dev.akin.index.lucene.document;

import org.jspecify.annotations.NullMarked;
