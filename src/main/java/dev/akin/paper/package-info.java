/// What a paper is. Start with [Paper].
@NullMarked
package dev.akin.paper;

import org.jspecify.annotations.NullMarked;
