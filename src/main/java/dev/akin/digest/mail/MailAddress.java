package dev.akin.digest.mail;

import dev.akin.base.Printable;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.DefaultAddressParser;
import org.apache.james.mime4j.field.address.ParseException;
import org.jspecify.annotations.Nullable;

/// A mail address, with or without a name: `ada@example.org`, `Ada Lovelace <ada@example.org>`.
///
/// @param name absent if there is none
/// @param local what is in front of the `@`, in ASCII
/// @param domain in ASCII
public record MailAddress(@Nullable String name, String local, String domain) {
  /// Without quoted names, which nobody has, and which not all servers take.
  private static final Pattern LOCAL = Pattern.compile("[\\w!#$%&'*+/=?^`{|}~.-]{1,64}");

  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

  /// Reads an address.
  ///
  /// @throws IllegalArgumentException if it is none
  public static MailAddress parse(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw wrong(text);
    }
    try {
      Mailbox mailbox = DefaultAddressParser.DEFAULT.parseMailbox(ascii(text.strip()));
      String name = mailbox.getName();
      MailAddress address =
          new MailAddress(
              name == null || name.isBlank() ? null : name.strip(),
              mailbox.getLocalPart(),
              mailbox.getDomain().toLowerCase(Locale.ROOT));
      if (!LOCAL.matcher(address.local).matches() || !DOMAIN.matcher(address.domain).matches()) {
        throw wrong(text);
      }
      return address;
    } catch (ParseException | RuntimeException e) {
      throw wrong(text);
    }
  }

  /// The same with its domain in ASCII.
  private static String ascii(String text) {
    int at = text.lastIndexOf('@');
    String rest = text.substring(at + 1);
    String end = rest.endsWith(">") ? ">" : "";
    return text.substring(0, at + 1)
        + IDN.toASCII(rest.substring(0, rest.length() - end.length()))
        + end;
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        Printable.quote(text) + " is not a mail address; write ada@example.org");
  }

  /// The address alone.
  public String bare() {
    return local + "@" + domain;
  }

  Mailbox mailbox() {
    return new Mailbox(name, local, domain);
  }
}
