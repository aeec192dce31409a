package dev.akin.harvest;

import dev.akin.base.Printable;
import java.net.URI;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A model on a hub, written as `hf:ORG/NAME` or `hf:ORG/NAME@REVISION`.
///
/// @param organization whose model it is
/// @param name of the model
/// @param revision a branch, a tag or a commit
public record HubModel(String organization, String name, String revision) {
  /// The start of all of them.
  public static final String PREFIX = "hf:";

  private static final String MAIN = "main";
  private static final String WORD = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,95}";
  private static final Pattern WRITTEN =
      Pattern.compile(
          "%s(%s)/(%s)(?:@(%s(?:/%s){0,5}))?".formatted(PREFIX, WORD, WORD, WORD, WORD));

  /// Reads what a user wrote.
  ///
  /// @throws IllegalArgumentException if it does not have this form
  public static HubModel parse(String written) {
    Matcher matcher = WRITTEN.matcher(written);
    if (!matcher.matches() || written.contains("..")) {
      throw new IllegalArgumentException(
          "a model of a hub is hf:ORG/NAME or hf:ORG/NAME@REVISION, not "
              + Printable.quote(written));
    }
    return new HubModel(
        matcher.group(1), matcher.group(2), matcher.group(3) == null ? MAIN : matcher.group(3));
  }

  /// The address of a file.
  ///
  /// @param at the revision or the commit that it stands for
  URI file(URI hub, String at, String file) {
    return URI.create(
        "%s/%s/%s/resolve/%s/%s"
            .formatted(
                withoutSlash(hub), organization, name, at.replace("/", "%2F"), encoded(file)));
  }

  /// The address of a page about it.
  URI page(URI hub, String at) {
    return URI.create(
        "%s/%s/%s/tree/%s"
            .formatted(withoutSlash(hub), organization, name, at.replace("/", "%2F")));
  }

  private static String withoutSlash(URI hub) {
    return hub.toString().replaceFirst("/$", "");
  }

  private static String encoded(String file) {
    return String.join(
        "/",
        Arrays.stream(file.split("/"))
            .map(part -> part.replace("%", "%25").replace(" ", "%20"))
            .toList());
  }

  @Override
  public String toString() {
    return PREFIX + organization + "/" + name + (revision.equals(MAIN) ? "" : "@" + revision);
  }
}
