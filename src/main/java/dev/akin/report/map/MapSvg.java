package dev.akin.report.map;

import dev.akin.paper.PlainText;
import dev.akin.write.table.Provenance;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The map as SVG. Each topic is a path, in which a point is a line of length 0 with round ends.
/// The colors follow the reader's choice of light or dark. Text is set in a sans-serif font of the
/// reader.
final class MapSvg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  /// Coordinates in the file are whole numbers, this many for each unit of the sheet.
  private static final int FINE = 4;

  private final MapPicture picture;
  private final List<MapLabel> labels;
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private MapSvg(MapPicture picture, List<MapLabel> labels) throws XMLStreamException {
    this.picture = picture;
    this.labels = labels;
    this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  static String of(MapPicture picture, List<MapLabel> labels, Provenance provenance) {
    try {
      MapSvg svg = new MapSvg(picture, labels);
      svg.write(provenance);
      return svg.text + "\n";
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML cannot be written to memory", e);
    }
  }

  private void write(Provenance provenance) throws XMLStreamException {
    int side = (int) (FINE * MapPicture.SIDE);
    xml.writeStartDocument("UTF-8", "1.0");
    start("svg", "viewBox", "0 0 " + side + " " + side, "role", "img");
    xml.writeDefaultNamespace(NAMESPACE);
    element("title", "Map of " + picture.plan().caption());
    element(
        "desc",
        "Every paper is a point in the color of its topic. Similar papers are close together.");
    element("metadata", provenance.line());
    element("style", style());
    element("rect", "", "width", "100%", "height", "100%", "class", "ground");
    start("g", "class", "points");
    for (int place = -1; place < picture.plan().topics().size(); place++) {
      points(place);
    }
    end();
    start("g", "class", "labels");
    for (MapLabel label : labels) {
      label(label);
    }
    end();
    element("text", picture.caption(labels), "class", "caption", "x", "40", "y", "" + (side - 40));
    end();
    xml.writeEndDocument();
    xml.close();
  }

  private String style() {
    StringBuilder light = new StringBuilder();
    StringBuilder dark = new StringBuilder();
    for (int place = -1; place < picture.plan().topics().size(); place++) {
      MapColor color = picture.plan().color(place);
      colors(light, place, color.light(), color.lightInk());
      colors(dark, place, color.dark(), color.darkInk());
    }
    return String.format(
        Locale.ROOT,
        """

        .ground { fill: #ffffff }
        .points { fill: none; stroke-width: %d; stroke-linecap: round; stroke-opacity: .8 }
        .labels { font-family: "Liberation Sans", Arial, Helvetica, sans-serif; font-weight: bold; text-anchor: middle; \
        stroke: #ffffff; stroke-width: 16; stroke-linejoin: round; paint-order: stroke }
        .caption { font: 48px "Liberation Sans", Arial, Helvetica, sans-serif; fill: #5f6466 }
        %s@media (prefers-color-scheme: dark) {
        .ground { fill: #17191a }
        .labels { stroke: #17191a }
        .caption { fill: #a3a8a8 }
        %s}
        """,
        Math.round(2 * FINE * picture.radius()),
        light,
        dark);
  }

  private static void colors(StringBuilder css, int place, Oklch points, Oklch ink) {
    String name = name(place);
    css.append(".").append(name).append(" { stroke: ").append(points.css()).append(" }\n");
    css.append(".l").append(name).append(" { fill: ").append(ink.css()).append(" }\n");
  }

  private static String name(int place) {
    return place < 0 ? "none" : "t" + place;
  }

  private void points(int place) throws XMLStreamException {
    StringBuilder path = new StringBuilder();
    picture
        .rows(place)
        .forEach(
            row ->
                path.append(at("M", picture.x(row))).append(at(" ", picture.y(row))).append("h0"));
    if (!path.isEmpty()) {
      element("path", "", "class", name(place), "d", path.toString());
    }
  }

  private static String at(String before, double value) {
    return before + Math.round(FINE * value);
  }

  private void label(MapLabel label) throws XMLStreamException {
    start("text", "class", "l" + name(label.topic()), "font-size", at("", label.size()));
    for (int i = 0; i < label.lines().size(); i++) {
      xml.writeStartElement("tspan");
      xml.writeAttribute("x", at("", label.x()));
      xml.writeAttribute("y", at("", label.baseline(i)));
      xml.writeCharacters(allowed(label.lines().get(i)));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void start(String name, String... attributes) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void end() throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private void element(String name, String content, String... attributes)
      throws XMLStreamException {
    start(name, attributes);
    xml.writeCharacters(name.equals("style") ? content : allowed(content));
    xml.writeEndElement();
  }

  /// Removes what XML forbids: control characters, half characters, and two more characters.
  private static String allowed(String value) {
    return PlainText.of(value).replace("\uFFFE", "").replace("\uFFFF", "");
  }
}
