package dev.akin.serve;

import dev.akin.base.Sha256;
import dev.akin.index.store.IndexInfo;
import dev.akin.serve.request.RequestKey;
import dev.akin.vector.Space;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Identifies an answer: if two tags are equal, so are the bytes. It is a digest of everything that
/// an answer depends on: akin's version, the models, build and commit of the index, the request,
/// and the form of the answer.
///
/// @param value as the header `ETag` has it, in quotes
record EntityTag(String value) {
  private static final int DIGEST_BYTES = 16;

  /// A tag in a list of tags. A weak one counts as the same tag. `*` does not match: it means any
  /// answer, and whether there is one is not known before it is computed.
  private static final Pattern TAG = Pattern.compile("\"[^\"]*\"");

  /// @param version of akin
  static EntityTag of(String version, IndexInfo index, RequestKey asked) {
    StringBuilder all = new StringBuilder(256);
    add(all, version);
    for (Space space : index.spaces()) {
      add(all, space.identity());
    }
    add(all, index.build());
    add(all, Long.toString(index.commit()));
    add(all, asked.as().name());
    add(all, asked.path());
    add(all, asked.canonical());
    add(all, asked.variant());
    if (asked.canonical().contains("access")) {
      add(all, LocalDate.now(ZoneOffset.UTC).toString()); // embargoes end
    }
    return ofDigest(Sha256.of(all.toString()));
  }

  /// Of an answer that depends on nothing but its bytes.
  static EntityTag of(byte[] answer) {
    Sha256 digest = new Sha256();
    digest.put(answer);
    return ofDigest(digest.bytes());
  }

  private static EntityTag ofDigest(byte[] digest) {
    return new EntityTag(
        '"'
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(digest, DIGEST_BYTES))
            + '"');
  }

  /// Adds a part with its length in front, so that different parts never give the same text.
  private static void add(StringBuilder all, String part) {
    all.append(part.length()).append(':').append(part);
  }

  /// Whether a client already has these bytes.
  ///
  /// @param ifNoneMatch the header of that name
  boolean isAmong(@Nullable String ifNoneMatch) {
    if (ifNoneMatch == null) {
      return false;
    }
    Matcher tags = TAG.matcher(ifNoneMatch);
    while (tags.find()) {
      if (tags.group().equals(value)) {
        return true;
      }
    }
    return false;
  }
}
