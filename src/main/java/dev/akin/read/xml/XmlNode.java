package dev.akin.read.xml;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What XML is made of.
public sealed interface XmlNode {
  /// All text in it, as it stands there.
  String text();

  /// Characters between tags.
  record Text(String text) implements XmlNode {}

  /// An element; names are without their prefix.
  record Element(String name, Map<String, String> attributes, List<XmlNode> content)
      implements XmlNode {
    @Override
    public String text() {
      return content.stream().map(XmlNode::text).collect(Collectors.joining());
    }

    /// The value of an attribute, empty if it is not there.
    public String attribute(String attribute) {
      return attributes.getOrDefault(attribute, "");
    }

    /// The elements of that name right below this one.
    public Stream<Element> children(String child) {
      return content.stream()
          .flatMap(node -> node instanceof Element element ? Stream.of(element) : Stream.empty())
          .filter(element -> element.name.equals(child));
    }

    /// The first of them.
    public @Nullable Element child(String child) {
      return children(child).findFirst().orElse(null);
    }

    /// The text of the first of them, empty if there is none.
    public String text(String child) {
      Element first = child(child);
      return first == null ? "" : first.text();
    }
  }
}
