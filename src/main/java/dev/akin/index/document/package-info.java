/// What a document of the index holds, field by field, and how it is read back. Start with
/// [PaperDocument], which describes the format.
///
/// A change here is a change of the format on disk.
@NullMarked
package dev.akin.index.document;

import org.jspecify.annotations.NullMarked;
