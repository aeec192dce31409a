/// The folder of an index, its builds, and the facts stored with each commit. A build is an index
/// made with certain models. A commit is a version of a build that survives a crash. Start with
/// [IndexHome].
///
/// Must never know searches.
@NullMarked
package dev.akin.index.lucene.commit;

import org.jspecify.annotations.NullMarked;
