/// What every room stands on: failures with their kinds, digests, hashes, whole folders, files that
/// come with akin, and text that is safe to print. Start with [AkinException].
///
/// Nothing here knows of papers, models or indexes, and it uses the JDK alone. What only one room
/// needs belongs into that room.
@NullMarked
package dev.akin.base;

import org.jspecify.annotations.NullMarked;
