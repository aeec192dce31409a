/// What each sentence of an abstract is about: the problem, the method, the result. Start with
/// [SentenceRoles].
@NullMarked
package dev.akin.roles;

import org.jspecify.annotations.NullMarked;
