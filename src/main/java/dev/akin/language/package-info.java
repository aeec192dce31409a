/// Which language a text is in. Start with [Languages].
///
/// Knows texts only: neither papers nor models.
@NullMarked
package dev.akin.language;

import org.jspecify.annotations.NullMarked;
