package dev.akin.digest;

import dev.akin.base.AkinException;
import dev.akin.base.Printable;
import dev.akin.digest.list.Digest;
import dev.akin.digest.mail.UncertainException;
import dev.akin.digest.page.DigestLook;
import dev.akin.digest.page.DigestPages;
import dev.akin.digest.state.DigestState;
import dev.akin.digest.state.GivenDigest;
import dev.akin.digest.state.StateFile;
import dev.akin.paper.PublicationDate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Gives digests to one reader, so that no paper is given twice, whatever fails, and none is lost
/// as long as that can be known. For one thread.
///
/// The order of the steps:
///
/// 1. All that may fail is done: files are written under other names, with both next states.
/// 2. The state says that the digest is being given. From now on its papers count as given.
/// 3. The digest is delivered: sent, then printed, then its files are moved to their places. If the
///    first of these fails, and is known to have failed, the state goes back to what it was.
/// 4. The state says that it has arrived. That needs no room on the disk.
///
/// If the process ends between the second step and the last, nobody knows whether the digest has
/// arrived. It is not given again by itself; [#resend] gives the same digest again.
public final class DigestRun {
  private final @Nullable StateFile file;
  private final List<Destination> destinations;
  private final Reader reader;
  private final Clock clock;

  /// Whom digests are for.
  ///
  /// @param look of the digests
  /// @param messageIds a new one for each digest, without angle brackets
  /// @param notes what the user must know, one sentence each
  public record Reader(DigestLook look, Supplier<String> messageIds, Consumer<String> notes) {}

  /// @param file absent to remember nothing
  /// @param destinations at least one, in the order in which they get a digest; a mail first, of
  ///   which alone it may be uncertain whether it arrives
  /// @param clock in the reader's time zone
  public DigestRun(
      @Nullable StateFile file, List<Destination> destinations, Reader reader, Clock clock) {
    this.file = file;
    this.destinations = List.copyOf(destinations);
    this.reader = reader;
    this.clock = clock;
  }

  private DigestState state() {
    return file == null ? DigestState.NONE : file.state();
  }

  /// Gives what is new, or nothing if there is nothing.
  ///
  /// @param find finds the papers that were not given before
  /// @return what was found
  /// @throws AkinException if it has not arrived everywhere, or nobody knows whether it has; the
  ///   message says what follows from that
  public Digest give(Function<DigestState, Digest> find) {
    return find(find, digest -> deliver(digest, parcels -> remember(digest, parcels)));
  }

  /// Delivers what [#give] would, and does not remember it.
  ///
  /// @return what was found
  /// @throws AkinException if it is not delivered
  public Digest preview(Function<DigestState, Digest> find) {
    return find(find, digest -> deliver(digest, DigestRun::deliverAll));
  }

  /// Counts all papers as given that are new now, and delivers none of them. From then on only what
  /// reaches the index later is new.
  ///
  /// @param find finds papers that were not given before; asked until there are none
  /// @return how many papers
  /// @throws IllegalStateException if nothing is remembered
  /// @throws AkinException if the state cannot be written
  public int catchUp(Function<DigestState, Digest> find) {
    if (file == null) {
      throw new IllegalStateException("nothing is remembered");
    }
    DigestState state = file.state();
    Digest digest = find.apply(state);
    digest.notes().forEach(reader.notes());
    int papers = 0;
    while (!digest.isEmpty()) {
      papers += digest.papers().size();
      state = state.skipping(digest.day(), digest.ids());
      digest = find.apply(state);
    }
    file.put(state);
    return papers;
  }

  private Digest find(Function<DigestState, Digest> find, Consumer<GivenDigest> give) {
    state().waiting(LocalDate.now(clock)).forEach(this::tellOfUnconfirmed);
    Digest digest = find.apply(state());
    digest.notes().forEach(reader.notes());
    if (!digest.isEmpty()) {
      give.accept(given(digest));
    }
    return digest;
  }

  private void tellOfUnconfirmed(GivenDigest digest) {
    reader
        .notes()
        .accept(
            ("the digest of %s (%s) may not have arrived: akin was stopped, or the connection ended,"
                    + " before that was known. It is not given again by itself; --resend gives the"
                    + " same digest again.")
                .formatted(digest.day(), Printable.count(digest.papers().size(), "paper")));
  }

  private GivenDigest given(Digest digest) {
    PublicationDate first = digest.window().first();
    return new GivenDigest(
        reader.messageIds().get(),
        Instant.now(clock).truncatedTo(ChronoUnit.SECONDS),
        digest.day(),
        digest.leavesPapers() && first != null ? first.earliest() : null,
        digest.ids(),
        new DigestPages().render(digest, reader.look()));
  }

  /// Gives those digests of the last days again of which nobody knows whether they have arrived:
  /// the same papers in the same message.
  ///
  /// @return how many digests
  /// @throws AkinException if one does not arrive everywhere
  public int resend() {
    List<GivenDigest> waiting = state().waiting(LocalDate.now(clock));
    waiting.forEach(digest -> deliver(digest, parcels -> remember(digest, parcels)));
    return waiting.size();
  }

  private void deliver(GivenDigest digest, Consumer<List<Destination.Parcel>> how) {
    List<Destination.Parcel> parcels = new ArrayList<>();
    try {
      destinations.forEach(each -> parcels.add(each.prepare(digest)));
      how.accept(parcels);
    } finally {
      parcels.forEach(Destination.Parcel::close);
    }
  }

  private static void deliverAll(List<Destination.Parcel> parcels) {
    parcels.forEach(Destination.Parcel::deliver);
  }

  private void remember(GivenDigest digest, List<Destination.Parcel> parcels) {
    if (file == null) {
      deliverAll(parcels);
      return;
    }
    DigestState before = file.state();
    DigestState giving = before.giving(digest);
    try (StateFile.Next arrived = file.write(giving.arrived(digest), "arrived")) {
      file.put(giving);
      deliverFirst(parcels.getFirst(), () -> file.put(before));
      deliverRest(parcels.subList(1, parcels.size()), arrived);
    }
  }

  /// @param takeBack makes the papers new again
  private static void deliverFirst(Destination.Parcel first, Runnable takeBack) {
    try {
      first.deliver();
    } catch (UncertainException e) {
      throw new AkinException(
          e.kind(),
          e.getMessage()
              + ". Nobody knows whether the digest has arrived. It is not given again by itself;"
              + " --resend gives the same digest again",
          e);
    } catch (AkinException e) {
      takeBack(takeBack, e);
      throw e;
    }
  }

  /// What has arrived somewhere has arrived, even if it does not arrive everywhere.
  private static void deliverRest(List<Destination.Parcel> rest, StateFile.Next arrived) {
    try {
      deliverAll(rest);
    } catch (AkinException e) {
      arrive(arrived);
      throw new AkinException(
          e.kind(),
          e.getMessage() + ". The digest has arrived elsewhere, and is not given again",
          e);
    }
    arrive(arrived);
  }

  private static void arrive(StateFile.Next arrived) {
    try {
      arrived.put();
    } catch (AkinException e) {
      throw new AkinException(
          e.kind(),
          e.getMessage()
              + ". The digest has arrived, and is not given again unless --resend is set",
          e);
    }
  }

  private static void takeBack(Runnable takeBack, AkinException failure) {
    try {
      takeBack.run();
    } catch (AkinException e) {
      throw new AkinException(
          failure.kind(),
          "%s. The state cannot be put back, so its papers count as given; --resend gives them: %s"
              .formatted(failure.getMessage(), e.getMessage()),
          failure);
    }
  }
}
