/// Another model, taken from a folder, a zip file or a hub, as sentence-transformers publishes it.
/// Start with [ModelAddition].
///
/// - [ModelSource]: where files come from
/// - [PublishedPooling], [PublishedPrompts], [PublishedTokens], [PublishedMetadata]: what the files
///   say
/// - [ModelTrial]: whether the model does what its files say
///
/// Must never open a connection: `harvest` gets files from a hub.
@NullMarked
package dev.akin.embed.add;

import org.jspecify.annotations.NullMarked;
