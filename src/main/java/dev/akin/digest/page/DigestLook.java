package dev.akin.digest.page;

import org.jspecify.annotations.Nullable;

/// What a reader chooses of the looks of a digest.
///
/// @param title of the digest
/// @param unsubscribe the address that ends it; absent if there is none
public record DigestLook(String title, @Nullable String unsubscribe) {}
