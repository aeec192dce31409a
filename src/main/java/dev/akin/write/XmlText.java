package dev.akin.write;

import dev.akin.paper.PlainText;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// An XML document, an element a line. Characters that XML 1.0 does not allow are left out.
final class XmlText {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  /// An empty one.
  XmlText() {
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      writer.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML cannot be written to memory", e);
    }
  }

  /// Begins an element that has others in it.
  ///
  /// @param attributes a name, its value, the next name and so on
  void start(String name, String... attributes) throws XMLStreamException {
    writer.writeCharacters("\n");
    writer.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], allowed(attributes[i + 1]));
    }
  }

  /// Ends the element that was begun last.
  void end() throws XMLStreamException {
    writer.writeCharacters("\n");
    writer.writeEndElement();
  }

  /// An element with text in it, or none.
  void element(String name, String content, String... attributes) throws XMLStreamException {
    start(name, attributes);
    writer.writeCharacters(allowed(content));
    writer.writeEndElement();
  }

  /// What was written; nothing can be added any more.
  String text() throws XMLStreamException {
    writer.writeEndDocument();
    writer.close();
    return text + "\n";
  }

  /// Plain text has neither control characters nor halves of characters. XML forbids two more.
  private static String allowed(String value) {
    return PlainText.of(value).replace("\uFFFE", "").replace("\uFFFF", "");
  }
}
