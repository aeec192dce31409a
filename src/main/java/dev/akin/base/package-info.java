/// What every room uses: failures with their kinds, deadlines, digests, whole folders, files of the
/// class path, and text that is safe to print. Start with [AkinException].
///
/// Nothing here knows papers, models or indexes, and nothing here uses a library. A class that only
/// one room needs belongs in that room.
@NullMarked
package dev.akin.base;

import org.jspecify.annotations.NullMarked;
