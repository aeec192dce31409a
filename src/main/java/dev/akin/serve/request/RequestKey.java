package dev.akin.serve.request;

import dev.akin.write.json.QueryJson;
import org.jspecify.annotations.Nullable;

/// The parts of a request that its answer depends on.
///
/// @param address without the query, if that is in a body
/// @param canonical the query; equal for requests that ask the same
/// @param as the form of the answer
/// @param variant what else the answer depends on, such as the language of a page; may be empty
/// @param self the address of the answer; absent if the query is in a body
///
/// @hidden public for its own room only
public record RequestKey(
    Address address, String canonical, Representation as, String variant, @Nullable String self) {
  /// Of a request with parameters. Their order matters only for parameters of the same name.
  public static RequestKey of(String path, Parameters parameters, Representation as) {
    Address address = new Address(path, parameters.values());
    String self =
        as == Representation.JSON
            ? address.toString()
            : address.endingWith(Representation.PARAMETER, as.label());
    return new RequestKey(address, address.query(), as, "", self);
  }

  /// Of a request with parameters and a file.
  ///
  /// @param digest of the file
  public static RequestKey of(
      String path, Parameters parameters, String digest, Representation as) {
    String canonical = new Address(path, parameters.values()).query() + " " + digest;
    return new RequestKey(Address.of(path), canonical, as, "", null);
  }

  /// Of a request with a body.
  public static RequestKey of(String path, ParsedQuery question, Representation as) {
    String canonical =
        QueryJson.of(question.query(), question.options())
            + " "
            + question.scope().label()
            + " "
            + question.fields().canonical();
    return new RequestKey(Address.of(path), canonical, as, "", null);
  }

  /// Of a request with a text in its body.
  public static RequestKey of(String path, String text, Representation as) {
    return new RequestKey(Address.of(path), "text " + text, as, "", null);
  }

  /// The same for an answer that depends on something else, too.
  public RequestKey in(String otherVariant) {
    return new RequestKey(address, canonical, as, otherVariant, self);
  }

  /// The path of the request.
  public String path() {
    return address.path();
  }
}
