package dev.akin.job;

import dev.akin.harvest.HarvestPage;
import dev.akin.harvest.HarvestRequest;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.read.record.ReadException;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Remembers how far a harvest is. It is stored with each commit of the index, so that it is never
/// further than what the index has.
///
/// The next harvest asks for what has changed since two days before the last one: servers date a
/// record when they make it, and publish it later. A paper that comes twice costs nothing. A
/// request with an end date is always repeated as it is.
final class HarvestMemory {
  private static final int DAY = 10;
  private static final int OVERLAP_DAYS = 2;

  private final PaperIndexWriter writer;
  private static final String SOURCE = "source ";

  private final HarvestOrder order;
  private @Nullable String source;
  private final HarvestRequest request;

  HarvestMemory(PaperIndexWriter writer, HarvestOrder order) {
    this.writer = writer;
    this.order = order;
    this.request = order.request();
  }

  /// The name that papers of this harvest have as their source: that of the order, else the host.
  /// If another server of that host has the host's name already, it is the address.
  ///
  /// @throws ReadException if another server has the name of the order
  String source() {
    String address = address(request.url());
    boolean named = !order.name().isEmpty();
    String name = named ? order.name() : request.url().getHost();
    String owner = writer.note(SOURCE + name);
    if (owner != null && !owner.equals(address)) {
      if (named) {
        throw ReadException.server(
            request.url().toString(),
            "the source \"%s\" of this index is %s; choose another name".formatted(name, owner));
      }
      name = address;
    }
    source = name;
    return name;
  }

  /// All names under which papers of this server are in the index.
  Set<String> sources() {
    String address = address(request.url());
    return writer
        .noteNames()
        .filter(name -> name.startsWith(SOURCE) && address.equals(writer.note(name)))
        .map(name -> name.substring(SOURCE.length()))
        .collect(Collectors.toSet());
  }

  /// Without scheme and final slash, which change when a server moves to `https`.
  private static String address(URI url) {
    String address = url.getRawAuthority() + url.getRawPath();
    address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    return url.getRawQuery() == null ? address : address + "?" + url.getRawQuery();
  }

  /// Whether the index has a harvest from another server of the same host, ever.
  boolean sharesHost() {
    return writer
        .noteNames()
        .filter(name -> name.startsWith("harvest "))
        .map(name -> name.split(" ", 5))
        .filter(words -> words.length > 3)
        .map(words -> URI.create(words[3]))
        .anyMatch(
            url ->
                String.valueOf(url.getHost()).equals(request.url().getHost())
                    && !address(url).equals(address(request.url())));
  }

  private String name(String fact) {
    return "harvest %s of %s %s set=%s from=%s until=%s"
        .formatted(
            fact, request.url(), request.prefix(), request.set(), request.from(), request.until());
  }

  /// The token of the page at which an earlier run was stopped; absent to start at the first page.
  @Nullable String token() {
    return writer.note(name("token"));
  }

  /// The request for what has changed since the last complete harvest.
  HarvestRequest next() {
    String since = writer.note(name("since"));
    return since == null || request.until() != null
        ? request
        : new HarvestRequest(request.url(), request.set(), request.prefix(), since, null);
  }

  /// A page is in the index. The next commit stores that.
  void read(HarvestPage page) {
    if (source != null) {
      writer.note(SOURCE + source, address(request.url()));
    }
    if (writer.note(name("began")) == null && page.responseDate().length() >= DAY) {
      writer.note(name("began"), overlapping(page.responseDate().substring(0, DAY)));
    }
    writer.note(name("token"), page.token());
    if (page.token() == null) {
      String began = writer.note(name("began"));
      writer.note(name("since"), began == null ? writer.note(name("since")) : began);
      writer.note(name("began"), null);
    }
  }

  private static @Nullable String overlapping(String day) {
    try {
      return LocalDate.parse(day).minusDays(OVERLAP_DAYS).toString();
    } catch (DateTimeParseException e) {
      // Then the next harvest asks for everything again.
      return null;
    }
  }

  /// Starts again at the first page, because the server no longer knows the token.
  void beginAgain() {
    writer.note(name("token"), null);
    writer.note(name("began"), null);
  }
}
