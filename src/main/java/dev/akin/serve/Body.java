package dev.akin.serve;

/// The bytes of an answer and what they are. Owns `bytes`: nobody else changes the array.
final class Body {
  private final byte[] bytes;
  private final String contentType;

  Body(byte[] bytes, String contentType) {
    this.bytes = bytes;
    this.contentType = contentType;
  }

  byte[] bytes() {
    return bytes;
  }

  String contentType() {
    return contentType;
  }

  int sizeBytes() {
    return bytes.length;
  }
}
