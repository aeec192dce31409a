/// The HTTP service and its pages. Start with [AkinServer]; the routes are declared in the classes
/// called `…Routes`, and [CachedReplies] sends their answers.
///
/// - `serve.request`: parameters and JSON to queries
/// - `serve.page`: the content of answers, and the pages for people
/// - `serve.guard`: who may ask, how often and how slowly; headers that every response has
/// - `serve.mcp`: the Model Context Protocol, for language-model agents
/// - `serve.monitor`: health, metrics, the access log, newer commits
///
/// It uses `read` for the libraries that clients send, so that they are read as on the command
/// line, and `report` for the map's page, whose script and data belong together. It makes no
/// report.
///
/// It only reads. It prints nothing, and never logs what people search for.
@NullMarked
package dev.akin.serve;

import org.jspecify.annotations.NullMarked;
