/// What was given to a reader, on disk. Start with [StateFile], which documents the file.
@NullMarked
package dev.akin.digest.state;

import org.jspecify.annotations.NullMarked;
