package dev.akin.index.opensearch.client;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a cluster is, and under which name akin's papers are in it:
/// - `opensearch://host:9200,host2:9200/akin`: without TLS, port 9200 unless another one is given
/// - `https://user@host/akin`: with TLS, port 443 unless another one is given
///
/// Any of the hosts is asked; the others stand in when it fails. The password never stands in an
/// address.
///
/// @param tls whether the connection is encrypted
/// @param hosts each as `host:port`, at least one
/// @param user absent if the cluster asks for none, or for an API key
/// @param name the alias of the index, `akin` unless given; indices have names that begin with it
///
/// @hidden public for its own room only
public record ClusterAddress(boolean tls, List<String> hosts, @Nullable String user, String name) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>opensearch|http|https)://(?:(?<user>[^@/]*)@)?(?<hosts>[^@/?#]+)(?:/(?<name>[^/?#]*))?/?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HOST =
      Pattern.compile("(?<host>[\\w.-]+|\\[[0-9a-fA-F:.%]+])(?::(?<port>[0-9]{1,5}))?");

  /// OpenSearch allows more, but not in all versions.
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,99}");

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String USUAL_NAME = "akin";
  private static final int USUAL_PORT = 9200;
  private static final int HTTPS_PORT = 443;
  private static final int MAX_PORT = 65_535;

  public ClusterAddress {
    hosts = List.copyOf(hosts);
  }

  /// Reads an address.
  ///
  /// @throws IllegalArgumentException if it has another form
  public static ClusterAddress parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "%s: the address of a cluster must be like opensearch://host:9200/akin or https://user@host/akin"
              .formatted(withoutPassword(text)));
    }
    boolean tls = form.group("scheme").toLowerCase(Locale.ROOT).equals("https");
    String name = form.group("name");
    return new ClusterAddress(
        tls,
        hosts(form.group("hosts"), tls ? HTTPS_PORT : USUAL_PORT),
        user(form.group("user")),
        name == null || name.isEmpty() ? USUAL_NAME : requireName(name));
  }

  private static String withoutPassword(String text) {
    return text.replaceFirst("(://[^@/:]*):[^@/]*@", "$1:…@");
  }

  private static @Nullable String user(@Nullable String user) {
    if (user != null && user.contains(":")) {
      throw new IllegalArgumentException(
          "the password must not stand in the address of the cluster; set AKIN_STORE_PASSWORD, or name a file that has it with --store-secret");
    }
    return user == null || user.isEmpty()
        ? null
        : URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static List<String> hosts(String list, int usualPort) {
    List<String> hosts = new ArrayList<>();
    for (String each : list.split(",", -1)) {
      Matcher host = HOST.matcher(each);
      if (!host.matches()) {
        throw new IllegalArgumentException(
            "%s: a host of a cluster must be like example.org:9200".formatted(each));
      }
      String port = host.group("port");
      int number = port == null ? usualPort : Integer.parseInt(port);
      if (number < 1 || number > MAX_PORT) {
        throw new IllegalArgumentException(
            "%s: a port is a number from 1 to %d".formatted(each, MAX_PORT));
      }
      hosts.add(host.group("host") + ":" + number);
    }
    return hosts;
  }

  private static String requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "%s: the name of an index has small letters, digits, - and _, at most 100, and begins with a letter"
              .formatted(name));
    }
    return name;
  }

  /// Whether all hosts are this machine.
  boolean isHere() {
    return hosts.stream().allMatch(host -> HERE.contains(host.substring(0, host.lastIndexOf(':'))));
  }

  /// The beginning of the URLs of a host.
  String root(String host) {
    return (tls ? "https://" : "http://") + host;
  }

  /// The address as people write it, for a command that they may copy.
  public String forCommand() {
    String who = user == null ? "" : URLEncoder.encode(user, StandardCharsets.UTF_8) + "@";
    return scheme() + who + String.join(",", hosts) + "/" + name;
  }

  private String scheme() {
    return tls ? "https://" : "opensearch://";
  }

  /// The address in messages, without the user.
  @Override
  public String toString() {
    return scheme() + String.join(",", hosts) + "/" + name;
  }
}
