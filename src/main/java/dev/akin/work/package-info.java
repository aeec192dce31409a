/// Which papers are one work: a preprint and what was published of it, two versions, an erratum and
/// what it corrects. Start with [SameWork].
///
/// Knows records alone: neither an index nor a model.
@NullMarked
package dev.akin.work;

import org.jspecify.annotations.NullMarked;
