/// The Model Context Protocol: the same answers for language-model agents. Start with
/// [McpEndpoint].
///
/// The protocol is the official SDK's, and its types stay in here. What a client sends is read by
/// `serve.request`, as in the HTTP API, and under the same names.
@NullMarked
package dev.akin.serve.mcp;

import org.jspecify.annotations.NullMarked;
