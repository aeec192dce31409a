/// What is answered, in every form that it can have, and the pages for people. Start with [Content]
/// and [Pages]; the templates are beside these classes.
@NullMarked
package dev.akin.serve.page;

import org.jspecify.annotations.NullMarked;
