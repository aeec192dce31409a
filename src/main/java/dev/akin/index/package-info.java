/// Papers and their vectors on disk, and how they are found again. Start with [PaperIndex].
@NullMarked
package dev.akin.index;

import org.jspecify.annotations.NullMarked;
