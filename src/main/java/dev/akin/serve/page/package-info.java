/// The content of answers in every format, and the pages for people. Start with [Content] and
/// [Pages]; the templates are in the resources of this package.
@NullMarked
package dev.akin.serve.page;

import org.jspecify.annotations.NullMarked;
