/// Which papers are the same work: a preprint and its publication, two versions, an erratum and the
/// paper that it corrects. Start with [SameWork].
///
/// Knows only records: neither an index nor a model.
@NullMarked
package dev.akin.work;

import org.jspecify.annotations.NullMarked;
