/// Papers from a repository by OAI-PMH. Start with [Harvest], which goes from page to page;
/// [HarvestRequest] says what to ask for.
///
/// The only room that opens connections by itself, and only to the server that the user names. How
/// far a harvest is stands in the index ([dev.akin.job]), not here.
@NullMarked
package dev.akin.harvest;

import org.jspecify.annotations.NullMarked;
