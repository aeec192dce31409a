package dev.akin.digest;

import dev.akin.digest.mail.DigestMail;
import dev.akin.digest.mail.MailDelivery;
import dev.akin.digest.mail.MailHeader;
import dev.akin.digest.state.GivenDigest;

/// The recipients of a mail.
///
/// @param delivery how it is sent
public record MailDestination(MailDelivery delivery, MailHeader header) implements Destination {
  @Override
  public Parcel prepare(GivenDigest digest) {
    byte[] message = DigestMail.of(digest, header);
    return () -> delivery.send(message, header);
  }
}
