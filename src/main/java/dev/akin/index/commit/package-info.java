/// Which build answers, and what one commit of it says of itself. Start with [IndexHome], the
/// folder of an index.
@NullMarked
package dev.akin.index.commit;

import org.jspecify.annotations.NullMarked;
