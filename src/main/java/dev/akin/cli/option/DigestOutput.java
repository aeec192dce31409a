package dev.akin.cli.option;

import dev.akin.base.Printable;
import dev.akin.digest.Destination;
import dev.akin.digest.DigestFormat;
import dev.akin.digest.FileDestination;
import dev.akin.digest.MailDestination;
import dev.akin.digest.mail.DigestMail;
import dev.akin.digest.mail.MailAddress;
import dev.akin.digest.mail.MailDelivery;
import dev.akin.digest.mail.MailHeader;
import dev.akin.digest.page.DigestLook;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where digests go, and what is remembered of them.
///
/// @hidden public for its own room only
@Group(OptionGroup.OUTPUT)
public final class DigestOutput {
  private static final MailAddress NOBODY = new MailAddress(null, "akin", "localhost");

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "File that remembers what was given; made by the first digest. Each reader has one.")
  private @Nullable Path state;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write the digest to this file, in the format of its ending: .html, .txt, .md, .eml (a"
              + " mail) or .json. {date} in the name is the day. Repeatable.")
  private List<String> out = List.of();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description =
          "Print the digest as text, html, markdown, eml or json. Default: text, if it is neither"
              + " written nor sent.")
  private @Nullable String format;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      defaultValue = "New papers",
      description = "Title of the digest. Default: New papers.")
  private String title;

  @Option(
      names = "--resend",
      description =
          "Give those digests of the last seven days again that may not have arrived, and no new"
              + " one.")
  private boolean resend;

  @Option(
      names = "--dry-run",
      description = "Print what the next digest would have; send, write and remember nothing.")
  private boolean dryRun;

  @Option(
      names = "--catch-up",
      description =
          "Count everything as given that is new now, and list nothing. With --since any, the next"
              + " digests then have what reaches the index later, whatever its date.")
  private boolean catchUp;

  @Option(names = "--quiet", description = "Do not say how many papers are new.")
  private boolean quiet;

  @Mixin private MailOptions mail;

  /// The file that remembers; absent to remember nothing.
  public @Nullable Path state() {
    return state;
  }

  public boolean isResend() {
    return resend;
  }

  public boolean isCatchUp() {
    return catchUp;
  }

  public boolean isDryRun() {
    return dryRun;
  }

  public boolean isQuiet() {
    return quiet;
  }

  /// What digests look like.
  ///
  /// @throws IllegalArgumentException if the address to unsubscribe at is none
  public DigestLook look() {
    return new DigestLook(Printable.all(title), mail.unsubscribe());
  }

  /// A new name for a message.
  ///
  /// @throws IllegalArgumentException if the sender is wrong
  public String newMessageId() {
    MailHeader header = mail.header();
    return DigestMail.newId(header == null ? NOBODY : header.from());
  }

  /// Where the digest goes: the mail first, of which alone it may be uncertain whether it arrives.
  ///
  /// @param print prints a text
  /// @throws IllegalArgumentException if the options make no sense together
  public List<Destination> destinations(Consumer<String> print) {
    MailHeader header = mail.header();
    MailDelivery delivery = mail.delivery();
    require(
        Stream.of(resend, dryRun, catchUp).filter(given -> given).count() < 2,
        "--resend, --dry-run and --catch-up exclude each other");
    require(state != null || !catchUp, "--catch-up needs --state, which it changes");
    require(state != null || !resend, "--resend needs --state, which says what to give again");
    require(
        state != null || delivery == null, "--smtp needs --state, so that nothing is sent twice");
    List<Destination> all = new ArrayList<>();
    if (delivery != null) {
      all.add(new MailDestination(delivery, named(header, "--smtp")));
    }
    DigestFormat printed = printed();
    List<Destination> printing = new ArrayList<>();
    if (printed != null) {
      if (printed == DigestFormat.EML) {
        named(header, "--format eml");
      }
      printing.add(
          digest ->
              () -> print.accept(new String(printed.of(digest, header), StandardCharsets.UTF_8)));
    }
    all.addAll(printing);
    out.forEach(name -> all.add(new FileDestination(name, header)));
    return dryRun ? printing : all;
  }

  private static MailHeader named(@Nullable MailHeader header, String option) {
    if (header == null) {
      throw new IllegalArgumentException(option + " needs --mail-from and --mail-to");
    }
    return header;
  }

  private @Nullable DigestFormat printed() {
    if (format != null) {
      return DigestFormat.labelled(format);
    }
    return dryRun || (out.isEmpty() && !mail.isSent()) ? DigestFormat.TEXT : null;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
