/// Reads papers from a repository by OAI-PMH. Start with [Harvest], which reads page after page;
/// [HarvestRequest] says what to ask for. [ZoteroLibrary] reads the library of a Zotero on this
/// machine.
///
/// A model's files come from a hub by plain addresses: start with [ModelHub].
///
/// Opens connections, and only to the server that the user names, and to those that a hub redirects
/// to for its files; besides it only [dev.akin.digest.mail] opens any by itself. How far a harvest
/// has come is stored in the index by [dev.akin.job], not here.
@NullMarked
package dev.akin.harvest;

import org.jspecify.annotations.NullMarked;
