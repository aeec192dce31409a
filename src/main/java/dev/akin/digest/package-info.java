/// What is new for one reader, each paper once. Start with [DigestRun], which gives a digest and
/// remembers it.
///
/// `digest.list` finds the papers, `digest.page` makes pages of them, `digest.state` remembers what
/// was given, `digest.mail` composes and sends mails. A digest goes to any [Destination]s. Knows
/// nothing of the command line.
@NullMarked
package dev.akin.digest;

import org.jspecify.annotations.NullMarked;
