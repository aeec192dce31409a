package dev.akin.digest;

import dev.akin.base.NewFile;
import dev.akin.digest.mail.MailHeader;
import dev.akin.digest.state.GivenDigest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A file. The next digest replaces it, unless its name has the day.
///
/// @param name of the file, by which it has its format; `{date}` in it is the day of the digest,
///   followed by `-2` and so on if there is a file of that name
/// @param header of a mail; absent for other formats
public record FileDestination(String name, @Nullable MailHeader header) implements Destination {
  private static final String DATE = "{date}";

  /// @throws IllegalArgumentException if no format has such names, or a mail has no header
  public FileDestination {
    if (DigestFormat.ofFile(name) == DigestFormat.EML && header == null) {
      throw new IllegalArgumentException(
          name + " needs a sender and a recipient (--mail-from, --mail-to)");
    }
  }

  private Path place(LocalDate day) {
    Path place = Path.of(name.replace(DATE, day.toString()));
    for (int i = 2; name.contains(DATE) && Files.exists(place); i++) {
      place = Path.of(name.replace(DATE, day + "-" + i));
    }
    return place;
  }

  @Override
  public Parcel prepare(GivenDigest digest) {
    Path place = place(digest.day());
    byte[] content = DigestFormat.ofFile(name).of(digest, header);
    NewFile file =
        NewFile.at(
            place, String.valueOf(place.getFileName()), NewFile.Visibility.BY_DEFAULT, content);
    return new Parcel() {
      @Override
      public void deliver() {
        file.put();
      }

      @Override
      public void close() {
        file.close();
      }
    };
  }
}
