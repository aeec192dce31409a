/// What the rest of akin knows of an index, wherever it is: papers and their vectors, written and
/// found again. Start with [PaperStore], which a store implements. Every query goes to an
/// [IndexSnapshot], which is one commit; [IndexContents] says what there is in it.
///
/// Interfaces and the values that they take and give. Must never know an engine or a model: vectors
/// come in and go out.
@NullMarked
package dev.akin.index.store;

import org.jspecify.annotations.NullMarked;
