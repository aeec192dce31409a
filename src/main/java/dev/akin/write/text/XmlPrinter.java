package dev.akin.write.text;

import dev.akin.paper.PlainText;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes an XML document, each element on a line. Characters that XML 1.0 does not allow are left
/// out. For one thread.
public final class XmlPrinter {
  private final XMLStreamWriter writer;

  /// Begins a document.
  ///
  /// @param out receives the document as UTF-8; not closed
  public XmlPrinter(Writer out) throws XMLStreamException {
    writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    writer.writeStartDocument("UTF-8", "1.0");
  }

  /// Begins an element that contains others.
  ///
  /// @param attributes a name, its value, the next name and so on
  public void start(String name, String... attributes) throws XMLStreamException {
    writer.writeCharacters("\n");
    writer.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], allowed(attributes[i + 1]));
    }
  }

  /// Ends the last element that was begun.
  public void end() throws XMLStreamException {
    writer.writeCharacters("\n");
    writer.writeEndElement();
  }

  /// Writes an element that contains text or nothing.
  public void element(String name, String content, String... attributes) throws XMLStreamException {
    start(name, attributes);
    writer.writeCharacters(allowed(content));
    writer.writeEndElement();
  }

  /// Ends the document. Nothing can be added after that.
  public void finish() throws XMLStreamException {
    writer.writeEndDocument();
    writer.writeCharacters("\n");
    writer.close();
  }

  /// Plain text has neither control characters nor halves of characters. XML forbids two more.
  private static String allowed(String value) {
    return PlainText.of(value).replace("\uFFFE", "").replace("\uFFFF", "");
  }
}
