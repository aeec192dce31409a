/// Cuts XML into the elements that are records, and parses each of them by itself. So a bad record
/// is reported with its place, and the next one can be read. Start with [XmlCutter].
///
/// No entity is expanded and nothing is loaded.
@NullMarked
package dev.akin.read.xml;

import org.jspecify.annotations.NullMarked;
