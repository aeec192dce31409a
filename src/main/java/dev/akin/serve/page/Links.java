package dev.akin.serve.page;

import dev.akin.paper.PaperId;
import dev.akin.paper.Period;
import dev.akin.serve.request.Address;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The addresses of akin's pages.
///
/// @param language the code of the language that the reader has chosen, which every address then
///   names; absent if the reader has chosen none
record Links(@Nullable String language) {
  /// The name of the parameter for a language.
  static final String LANGUAGE = "lang";

  /// Ids that can stand in a path: a server or proxy changes neither them nor their slashes.
  private static final Pattern PLAIN =
      Pattern.compile("(?!\\.)[\\w.~:@()+,=-]++(?:/(?!\\.)[\\w.~:@()+,=-]++)*+");

  String home() {
    return to(Address.of("/"));
  }

  String page(String path) {
    return to(Address.of(path));
  }

  /// The page of a paper.
  String paper(PaperId id) {
    return to(ofPaper(id));
  }

  /// The page of a paper, in the language that its reader's browser asks for.
  static Address ofPaper(PaperId id) {
    return PLAIN.matcher(id.value()).matches()
        ? Address.of("/papers/" + id)
        : Address.of("/paper").with("id", id.value());
  }

  /// The map with a paper chosen.
  static String onMap(PaperId id) {
    return "/map#paper=" + URLEncoder.encode(id.value(), StandardCharsets.UTF_8);
  }

  /// The papers that somebody who types a text finds.
  String search(String typed) {
    return to(Address.of("/search").with("q", typed));
  }

  /// The papers of an author.
  String author(String name) {
    return search("author:\"" + name.replace("\"", "") + "\"");
  }

  /// The papers of a category.
  String category(String name) {
    return to(Address.of("/").with("category", name));
  }

  /// The papers of a period.
  String date(Period period, Address filtered) {
    return to(filtered.at("/date/" + period));
  }

  /// An address in the reader's language.
  String to(Address address) {
    return (language == null ? address : address.with(LANGUAGE, language)).toString();
  }

  /// The page that shows what a list of the API shows, or that list if there is no such page.
  static Address pageOf(Address asked) {
    return switch (asked.path()) {
      case "/v1/papers" -> asked.at("/").without("format", "fields");
      case "/v1/search" -> asked.at("/search").without("format", "fields");
      default -> asked;
    };
  }

  /// A list of the API in a form that is no page.
  static String api(String path, Map<String, List<String>> parameters, String format) {
    return new Address(path, parameters).without(LANGUAGE).endingWith("format", format);
  }
}
