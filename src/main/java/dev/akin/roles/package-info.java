/// What each sentence of an abstract is about: the problem, the method, the result. Start with
/// [SentenceRoles]; [PaperRoles] is what an index keeps of it.
///
/// Knows only the texts of papers: neither embeddings nor indexes. Training is no part of it; that
/// is a program under `src/bench`.
@NullMarked
package dev.akin.roles;

import org.jspecify.annotations.NullMarked;
