/// The formats in JSON. Start with [JsonRecord], the values of one object, and with one of the
/// formats, such as [CslJson]; [JsonLines] and [JsonAnswers] find the objects of a file.
@NullMarked
package dev.akin.read.format.json;

import org.jspecify.annotations.NullMarked;
