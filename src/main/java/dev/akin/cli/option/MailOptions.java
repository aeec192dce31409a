package dev.akin.cli.option;

import dev.akin.base.AkinException;
import dev.akin.digest.mail.MailAddress;
import dev.akin.digest.mail.MailDelivery;
import dev.akin.digest.mail.MailHeader;
import dev.akin.digest.mail.MailServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whom a mail goes to, and how.
///
/// @hidden public for its own room only
@Group(OptionGroup.MAIL)
public final class MailOptions {
  private static final String PASSWORD = "AKIN_SMTP_PASSWORD";

  @Option(
      names = "--mail-to",
      paramLabel = "ADDRESS",
      description = "Recipient, such as \"Ada Lovelace <ada@example.org>\"; repeatable.")
  private List<String> to = List.of();

  @Option(names = "--mail-from", paramLabel = "ADDRESS", description = "Sender.")
  private @Nullable String from;

  @Option(
      names = "--smtp",
      paramLabel = "URL",
      description =
          "Send the digest by this server: smtp://user@host:587 (STARTTLS, except on this machine)"
              + " or smtps://user@host (TLS). ?tls=no does without TLS. The password is"
              + " $$AKIN_SMTP_PASSWORD, or in a file.")
  private @Nullable String smtp;

  @Option(
      names = "--smtp-password-file",
      paramLabel = "FILE",
      description = "File whose first line is the password of the mail server's user.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--unsubscribe",
      paramLabel = "ADDRESS",
      description =
          "Address at which recipients unsubscribe, mailto: or https:; stands in the mail's header"
              + " and at its end.")
  private @Nullable String unsubscribe;

  /// The header of a mail; absent if no recipient and no sender are given.
  ///
  /// @throws IllegalArgumentException if only one of them is given, or one is no address
  public @Nullable MailHeader header() {
    if (to.isEmpty() && from == null) {
      return null;
    }
    if (to.isEmpty() || from == null) {
      throw new IllegalArgumentException("a mail needs both --mail-from and --mail-to");
    }
    return new MailHeader(
        MailAddress.parse(from),
        to.stream().map(MailAddress::parse).toList(),
        unsubscribe == null ? null : MailHeader.unsubscribe(unsubscribe));
  }

  /// The address at which recipients unsubscribe; absent if there is none.
  ///
  /// @throws IllegalArgumentException if it is no such address
  public @Nullable String unsubscribe() {
    return unsubscribe == null ? null : MailHeader.unsubscribe(unsubscribe).toString();
  }

  /// Whether mails are sent.
  public boolean isSent() {
    return smtp != null;
  }

  /// How mails are sent; absent if they are not.
  ///
  /// @throws IllegalArgumentException if the address of the server is wrong
  public @Nullable MailDelivery delivery() {
    return smtp == null ? null : new MailDelivery(MailServer.parse(smtp), password());
  }

  private @Nullable String password() {
    if (passwordFile == null) {
      return System.getenv(PASSWORD);
    }
    try {
      return Files.readString(passwordFile).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new AkinException(
          AkinException.Kind.MISSING,
          passwordFile + ": the password cannot be read: " + AkinException.reason(e),
          e);
    }
  }
}
