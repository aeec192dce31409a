/// Which papers a digest lists, and why. Start with [NewPapers], which finds them; a [Digest] is
/// what it found.
@NullMarked
package dev.akin.digest.list;

import org.jspecify.annotations.NullMarked;
