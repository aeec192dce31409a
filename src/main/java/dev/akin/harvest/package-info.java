/// Reads papers from a repository by OAI-PMH. Start with [Harvest], which reads page after page;
/// [HarvestRequest] says what to ask for.
///
/// The only room that opens connections by itself, and only to the server that the user names. How
/// far a harvest has come is stored in the index by [dev.akin.job], not here.
@NullMarked
package dev.akin.harvest;

import org.jspecify.annotations.NullMarked;
