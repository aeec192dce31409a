/// Options that several commands have, and what they mean. Start with [QueryOptions] and
/// [IndexLocation].
@NullMarked
package dev.akin.cli.option;

import org.jspecify.annotations.NullMarked;
