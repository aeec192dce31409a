/// Digests as mails, and sending them. Start with [DigestMail], which composes a message;
/// [MailServer] hands it to a server.
///
/// With `harvest` and `serve` the only code that opens a connection, and only to the server that
/// the user names.
@NullMarked
package dev.akin.digest.mail;

import org.jspecify.annotations.NullMarked;
