package dev.akin.serve.page;

import dev.akin.serve.request.Address;
import dev.akin.write.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What all pages have around what they are about.
///
/// @param language code of the page's language
/// @param t texts of that language, by key
/// @param assets where style sheet and scripts are
/// @param title of the page
/// @param phrase the text in the search box
/// @param feeds of what the page shows; may be empty
/// @param isHidden whether search engines are asked to leave it out
/// @param links to the other pages
/// @param languages that the page can be read in; empty for an answer of the API
/// @param source which index, model and commit the page comes from; may be empty
record Frame(
    String language,
    Map<String, String> t,
    String assets,
    String title,
    String phrase,
    List<Feed> feeds,
    boolean isHidden,
    Menu links,
    List<Language> languages,
    String source) {
  /// An Atom feed.
  record Feed(String title, String href) {}

  /// The addresses of the pages that every page leads to.
  ///
  /// @param map absent if the service has none
  /// @param chosen the language that the search form keeps; empty if the reader has chosen none
  record Menu(
      String home,
      String like,
      String follow,
      @Nullable String map,
      String accessibility,
      String chosen) {}

  /// A language.
  ///
  /// @param isCurrent whether the page is in it
  record Language(String code, String name, String href, boolean isCurrent) {}

  /// @param shown what the page is about
  static Frame of(Shown shown, PageWriter page) {
    Messages messages = page.messages();
    Links links = page.links();
    return new Frame(
        messages.language(),
        messages.plain(),
        page.assets(),
        shown.title,
        shown.phrase,
        shown.feeds,
        shown.isHidden,
        new Menu(
            links.home(),
            links.page("/like"),
            links.page("/follow"),
            page.pages().hasMap() ? "/map" : null,
            links.page("/accessibility"),
            links.language() == null ? "" : links.language()),
        shown.address.path().startsWith("/v1/")
            ? List.of()
            : Messages.LANGUAGES.stream()
                .map(each -> language(each, shown.address, messages))
                .toList(),
        shown.source);
  }

  private static Language language(Locale locale, Address address, Messages messages) {
    String code = locale.getLanguage();
    return new Language(
        code,
        locale.getDisplayLanguage(locale),
        address.with(Links.LANGUAGE, code).toString(),
        code.equals(messages.language()));
  }

  /// What a page is about.
  ///
  /// @param title of the page
  /// @param phrase the text in the search box; may be empty
  /// @param address of the page; of a page that answers a form, that of the form
  /// @param feeds of what it shows; may be empty
  /// @param isHidden whether search engines are asked to leave it out
  /// @param source which index, model and commit it comes from; may be empty
  record Shown(
      String title,
      String phrase,
      Address address,
      List<Feed> feeds,
      boolean isHidden,
      String source) {}
}
