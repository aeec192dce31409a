package dev.akin.digest;

import dev.akin.base.AkinException;
import dev.akin.digest.mail.UncertainException;
import dev.akin.digest.state.GivenDigest;

/// Where digests go: a file, a mail server, a terminal.
public interface Destination {
  /// Does all that may fail and can be undone, such as writing a file under another name.
  ///
  /// @throws AkinException if it fails
  Parcel prepare(GivenDigest digest);

  /// A digest that is ready to be delivered. Close it.
  interface Parcel extends AutoCloseable {
    /// Delivers it.
    ///
    /// @throws UncertainException if nobody knows whether it has arrived
    /// @throws AkinException if it has not
    void deliver();

    /// Undoes what was prepared, unless it was delivered.
    ///
    /// @throws AkinException if that fails
    @Override
    default void close() {}
  }
}
