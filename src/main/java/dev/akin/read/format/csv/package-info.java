/// Tables with a header, whatever their separator, quotes and names of columns. Start with [Csv].
@NullMarked
package dev.akin.read.format.csv;

import org.jspecify.annotations.NullMarked;
