package dev.akin.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.read.record.ReadException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Checks XML that tries to make its reader open files and sockets, or fill its memory.
@Tag("slow")
class HostileXmlTest {
  private static final String SECRET = "a secret of the machine";

  @TempDir Path folder;

  private static String collection(String title) {
    return "<collection id='P19'><volume id='1'><paper id='1'><title>%s</title></paper></volume>"
            .formatted(title)
        + "</collection>";
  }

  private static String laughs() {
    String entities =
        IntStream.range(1, 30)
            .mapToObj(i -> "<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)))
            .collect(Collectors.joining());
    return "<!DOCTYPE collection [<!ENTITY l0 \"lol\">" + entities + "]>" + collection("&l29;");
  }

  /// Documents that declare something themselves.
  private static List<String> declaring(String file, String url) {
    return List.of(
        laughs(),
        "<!DOCTYPE collection [<!ENTITY q \""
            + "q".repeat(1 << 20)
            + "\">]>"
            + collection("&q;".repeat(1 << 16)),
        "<!DOCTYPE collection [<!ENTITY x SYSTEM \"" + file + "\">]>" + collection("&x;"),
        "<!DOCTYPE collection [<!ENTITY x SYSTEM \"" + url + "\">]>" + collection("&x;"),
        "<!DOCTYPE collection [<!ENTITY x PUBLIC \"-//x\" \"" + url + "\">]>" + collection("&x;"),
        "<!DOCTYPE collection [<!ENTITY % p SYSTEM \"" + url + "\"> %p;]>" + collection("T"),
        "<!DOCTYPE collection SYSTEM \"" + url + "\" [<!ENTITY x \"y\">]>" + collection("&x;"),
        "<!DOCTYPE collection [<!ATTLIST paper id CDATA \"9\">]>" + collection("T"),
        "<!DOCTYPE collection [<!NOTATION n SYSTEM \"" + url + "\">]>" + collection("T"));
  }

  /// Documents that only name something elsewhere: it is not loaded, and the papers are read.
  private static List<String> naming(String file, String url) {
    return List.of(
        "<!DOCTYPE collection SYSTEM \"" + url + "\">" + collection("T"),
        "<!DOCTYPE collection SYSTEM '" + file + "'>" + collection("T"),
        "<!DOCTYPE collection PUBLIC \"-//x//[y]>\" \"" + url + "\">" + collection("T"),
        "<?xml-stylesheet href=\"" + url + "\"?>" + collection("T"),
        collection("T")
            .replace(
                "<collection ",
                "<collection xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                    + " xsi:schemaLocation='"
                    + url
                    + " "
                    + url
                    + "' "),
        collection("<xi:include href='" + url + "' xmlns:xi='http://www.w3.org/2001/XInclude'/>T"));
  }

  /// Documents with a record that must be skipped.
  private static List<String> withABadRecord() {
    return List.of(
        collection("&undeclared;"),
        collection("%undeclared; &#0;"),
        collection("&#xFFFFFFFFFF;"),
        collection("\u0001"),
        collection("]]>"),
        collection("<?xml version='1.0'?>"),
        collection("<b>".repeat(100) + "</b>".repeat(100)),
        collection("<b>".repeat(100_000) + "</b>".repeat(100_000)),
        collection("<b " + "a=''".repeat(1 << 18) + "/>"),
        collection("<b a='" + "x".repeat(2 << 20) + "'/>"),
        collection("<![CDATA[" + "x".repeat(2 << 20) + "]]>"));
  }

  /// Documents that are not XML from some place on.
  private static List<String> broken() {
    return List.of(
        collection("<b>".repeat(1_000_000)),
        collection("<" + "b".repeat(1 << 20) + "/>"),
        collection("<!DOCTYPE collection SYSTEM 'x'>"),
        collection("<!ENTITY x 'y'>"),
        collection("<"),
        "<collection id='P19'>" + "<volume id='1'>".repeat(1_000_000));
  }

  @Test
  void opensNothingExpandsNothingAndSaysWhatIsWrong() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
    int cases = 0;
    try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/collection.dtd";
      String file = secret.toUri().toString();
      for (String text : declaring(file, url)) {
        assertThatThrownBy(() -> read(text))
            .isInstanceOf(ReadException.class)
            .hasMessageContaining("a DOCTYPE with declarations in line 1");
        cases++;
      }
      for (String text : naming(file, url)) {
        Reading reading = read(text);
        assertThat(reading.ids()).containsExactly("P19-1001");
        assertThat(reading.toString()).doesNotContain(SECRET);
        cases++;
      }
      for (String text : withABadRecord()) {
        assertThat(read(text).problem()).isNotBlank().doesNotContain(SECRET);
        cases++;
      }
      for (String text : broken()) {
        assertThatThrownBy(() -> read(text))
            .isInstanceOf(ReadException.class)
            .hasMessageContaining("not well-formed XML in line 1");
        cases++;
      }
      assertNobodyCame(server);
    }
    System.out.println("HostileXmlTest: " + cases + " cases, no connection");
    assertThat(cases).isEqualTo(32);
  }

  private static Reading read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Reading.of(bytes, new ReadOptions(PaperFormat.ACL_XML, null));
  }

  private static void assertNobodyCame(ServerSocket server) throws IOException {
    server.setSoTimeout(100);
    assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
  }
}
