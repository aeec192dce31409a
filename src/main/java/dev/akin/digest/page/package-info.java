/// A digest as pages: HTML for mail readers and browsers, plain text, Markdown. Start with
/// [DigestPages].
@NullMarked
package dev.akin.digest.page;

import org.jspecify.annotations.NullMarked;
