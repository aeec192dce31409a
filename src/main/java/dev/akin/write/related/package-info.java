/// The related papers of every paper, as files for systems that show them without a service. Start
/// with [RelatedLists].
@NullMarked
package dev.akin.write.related;

import org.jspecify.annotations.NullMarked;
