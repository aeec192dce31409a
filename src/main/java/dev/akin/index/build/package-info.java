/// What a writer has written and not yet committed, and what it measures before a commit. Start
/// with [WriterView].
@NullMarked
package dev.akin.index.build;

import org.jspecify.annotations.NullMarked;
