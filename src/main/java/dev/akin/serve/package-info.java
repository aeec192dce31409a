/// The HTTP service and its pages. Start with [AkinServer]; the routes are declared in the classes
/// called `…Routes`, and a [CachedReplies] sends what they answer.
///
/// - `serve.request`: what a client wants, from parameters or JSON
/// - `serve.page`: what is answered, and the pages for people
/// - `serve.guard`: who may ask, how often, how slowly, with which headers
/// - `serve.monitor`: health, metrics, the access log, newer commits
///
/// Only reads. Prints nothing, and never names what people search for in a log.
@NullMarked
package dev.akin.serve;

import org.jspecify.annotations.NullMarked;
