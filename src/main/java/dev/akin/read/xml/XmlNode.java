package dev.akin.read.xml;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A node of an XML document.
public sealed interface XmlNode {
  /// All text in it, character by character.
  String text();

  /// Text between tags.
  record Text(String text) implements XmlNode {}

  /// An element. Its name, and those of its attributes, are without their prefixes.
  record Element(String name, Map<String, String> attributes, List<XmlNode> content)
      implements XmlNode {
    @Override
    public String text() {
      return content.stream().map(XmlNode::text).collect(Collectors.joining());
    }

    /// The value of an attribute; empty if there is none.
    public String attribute(String attribute) {
      return attributes.getOrDefault(attribute, "");
    }

    /// The elements with this name right inside this one.
    public Stream<Element> children(String child) {
      return content.stream()
          .flatMap(node -> node instanceof Element element ? Stream.of(element) : Stream.empty())
          .filter(element -> element.name.equals(child));
    }

    /// The first element with this name right inside this one; null if there is none.
    public @Nullable Element child(String child) {
      return children(child).findFirst().orElse(null);
    }

    /// The text of the first element with this name right inside this one; empty if there is none.
    public String text(String child) {
      Element first = child(child);
      return first == null ? "" : first.text();
    }
  }
}
