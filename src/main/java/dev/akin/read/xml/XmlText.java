package dev.akin.read.xml;

import dev.akin.base.Printable;
import dev.akin.read.record.BadRecordException;
import dev.akin.read.record.Line;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Parses one piece of XML, an element. It has no DOCTYPE, so that there are no entities except
/// XML's own five, and nothing is expanded or loaded.
public final class XmlText {
  private static final String MESSAGE = "Message: ";

  private final XMLInputFactory factory = factory();

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // The declarations of prefixes may stand outside the piece.
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    XMLResolver nothing =
        (_, _, _, _) -> {
          throw new XMLStreamException("nothing is loaded from elsewhere");
        };
    factory.setXMLResolver(nothing);
    return factory;
  }

  /// The element in a piece.
  ///
  /// @param piece nested no deeper than [XmlCutter#MAX_DEPTH]
  /// @throws BadRecordException if it is not well-formed
  public XmlNode.Element parse(Line piece) throws BadRecordException {
    String text = piece.text();
    try {
      return element(text);
    } catch (XMLStreamException e) {
      throw new BadRecordException("not well-formed XML" + reason(piece, e));
    }
  }

  /// The same, for sources that do not check what they write: if the piece is not well-formed,
  /// control characters become blanks, and a bare `&` and entities of HTML become text.
  ///
  /// @throws BadRecordException if it is not well-formed even then
  public XmlNode.Element parseRepaired(Line piece) throws BadRecordException {
    try {
      return parse(piece);
    } catch (BadRecordException e) {
      try {
        return element(XmlRepair.of(piece.text()));
      } catch (XMLStreamException _) {
        throw e;
      }
    }
  }

  private XmlNode.Element element(String text) throws XMLStreamException {
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
    try {
      reader.nextTag();
      return element(reader);
    } finally {
      reader.close();
    }
  }

  private static XmlNode.Element element(XMLStreamReader reader) throws XMLStreamException {
    String name = local(reader.getLocalName());
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(local(reader.getAttributeLocalName(i)), reader.getAttributeValue(i));
    }
    List<XmlNode> content = new ArrayList<>();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        content.add(element(reader));
      } else if (reader.isCharacters()) {
        content.add(new XmlNode.Text(reader.getText()));
      }
    }
    return new XmlNode.Element(name, attributes, content);
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private static String reason(Line piece, XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    long line =
        piece.number() - 1 + (e.getLocation() == null ? 1 : e.getLocation().getLineNumber());
    int start = message.indexOf(MESSAGE);
    return " in line "
        + Printable.count(line)
        + ": "
        + (start < 0 ? message : message.substring(start + MESSAGE.length()));
  }
}
