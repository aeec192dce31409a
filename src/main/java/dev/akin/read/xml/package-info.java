/// XML, cut into the elements that are records, each of them parsed by itself: so a record can be
/// refused by its place, and the next one read. Start with [XmlCutter].
///
/// No entity is expanded and nothing is loaded.
@NullMarked
package dev.akin.read.xml;

import org.jspecify.annotations.NullMarked;
