package dev.akin.read.xml;

import java.util.regex.Pattern;

/// Repairs what servers write into XML although it may not be there: control characters, also as
/// numbers such as `&#x2;`, a bare `&`, and entities of HTML such as `&nbsp;`.
final class XmlRepair {
  private static final Pattern CONTROL =
      Pattern.compile(
          "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]"
              + "|&#(?:0{0,6}(?:[0-8]|1[124-9]|2[0-9]|3[01])|[xX]0{0,6}(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));");

  private static final Pattern BARE =
      Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)");

  private XmlRepair() {}

  /// The same XML with blanks in place of control characters, and each `&` that begins nothing in
  /// XML as text.
  static String of(String xml) {
    return BARE.matcher(CONTROL.matcher(xml).replaceAll(" ")).replaceAll("&amp;");
  }
}
