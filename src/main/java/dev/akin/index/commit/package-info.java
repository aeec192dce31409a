/// The folder of an index, its builds, and the facts stored with each commit. Start with
/// [IndexHome].
///
/// Must never know searches.
@NullMarked
package dev.akin.index.commit;

import org.jspecify.annotations.NullMarked;
