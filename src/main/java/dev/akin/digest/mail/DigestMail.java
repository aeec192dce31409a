package dev.akin.digest.mail;

import dev.akin.base.Printable;
import dev.akin.digest.state.GivenDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.TimeZone;
import java.util.UUID;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.BodyPart;
import org.apache.james.mime4j.message.BodyPartBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.MultipartBuilder;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;

/// Composes the mail of a digest: plain text and HTML as alternatives, all in ASCII, so that any
/// server takes it. The same digest and header give the same bytes.
///
/// It can be unsubscribed from as RFC 2369 and RFC 8058 say, and asks for no answer of a machine
/// (RFC 3834).
public final class DigestMail {
  private DigestMail() {}

  /// A new name for a message.
  ///
  /// @return without angle brackets
  public static String newId(MailAddress from) {
    return UUID.randomUUID() + "@" + from.domain();
  }

  /// The message, in lines that end with CR and LF.
  public static byte[] of(GivenDigest digest, MailHeader header) {
    try {
      return DefaultMessageWriter.asBytes(message(digest, header));
    } catch (IOException e) {
      throw new UncheckedIOException("a mail cannot be composed in memory", e);
    }
  }

  private static Message message(GivenDigest digest, MailHeader header) throws IOException {
    Message.Builder message =
        Message.Builder.of()
            .setField(new RawField("MIME-Version", "1.0"))
            .setFrom(header.from().mailbox())
            .setTo(header.to().stream().map(MailAddress::mailbox).toList())
            .setSubject(Printable.all(digest.pages().subject()))
            .setDate(Date.from(digest.time()), TimeZone.getTimeZone("UTC"))
            .setMessageId("<" + digest.messageId() + ">")
            .setField(new RawField("Auto-Submitted", "auto-generated"));
    URI unsubscribe = header.unsubscribe();
    if (unsubscribe != null) {
      message.setField(new RawField("List-Unsubscribe", "<" + unsubscribe + ">"));
      if ("https".equalsIgnoreCase(unsubscribe.getScheme())) {
        message.setField(new RawField("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
      }
    }
    message.setBody(
        MultipartBuilder.create("alternative")
            .addBodyPart(part(digest.pages().text(), "plain"))
            .addBodyPart(part(digest.pages().html(), "html"))
            .build());
    message.setContentType(
        "multipart/alternative", new NameValuePair("boundary", boundary(digest)));
    return message.build();
  }

  /// A line of quoted-printable text never has `=_`.
  private static String boundary(GivenDigest digest) {
    return "=_" + UUID.nameUUIDFromBytes(digest.messageId().getBytes(StandardCharsets.UTF_8));
  }

  private static BodyPart part(String text, String subtype) throws IOException {
    BodyPartBuilder part = BodyPartBuilder.create();
    part.setBody(text.replace("\n", "\r\n"), subtype, StandardCharsets.UTF_8);
    part.setContentTransferEncoding("quoted-printable");
    return part.build();
  }
}
