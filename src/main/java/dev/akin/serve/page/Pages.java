package dev.akin.serve.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import dev.akin.paper.PaperId;
import dev.akin.serve.request.Parameters;
import dev.akin.write.text.Messages;
import io.javalin.http.Context;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.jspecify.annotations.Nullable;

/// The templates of the pages for people.
///
/// @hidden public for its own room only
public final class Pages {
  /// The name of the parameter for the language of a page.
  public static final String LANGUAGE = Links.LANGUAGE;

  private final Map<String, Mustache> templates;
  private final Assets assets = new Assets();
  private final boolean hasMap;

  /// For a service without a map.
  public Pages() {
    this(false);
  }

  /// @param hasMap whether the service has a map at `/map`
  public Pages(boolean hasMap) {
    this.hasMap = hasMap;
    DefaultMustacheFactory files = new DefaultMustacheFactory("dev/akin/serve/page");
    this.templates =
        Stream.of(
                "list", "search", "paper", "related", "follow", "like", "accessibility", "problem")
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(), name -> files.compile(name + ".mustache")));
  }

  /// Writes pages for the reader who sent a request.
  ///
  /// @throws dev.akin.serve.guard.RefusedRequest if the reader wants a language that akin does not
  ///   speak
  public PageWriter writer(Context context, Parameters parameters) {
    String chosen = parameters.one(LANGUAGE, Pages::spoken);
    return writer(context, chosen);
  }

  /// Writes pages for a reader, whatever the parameters.
  public PageWriter writer(Context context) {
    String wished = context.queryParam(LANGUAGE);
    return writer(
        context, languages().filter(code -> code.equals(wished)).findFirst().orElse(null));
  }

  private PageWriter writer(Context context, @Nullable String chosen) {
    String language = chosen == null ? accepted(context.header("Accept-Language")) : chosen;
    return new PageWriter(this, Messages.in(language), new Links(chosen));
  }

  private static String spoken(String code) {
    return languages()
        .filter(code::equals)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of " + languages().collect(Collectors.joining(", "))));
  }

  private static Stream<String> languages() {
    return Messages.LANGUAGES.stream().map(Locale::getLanguage);
  }

  private static String accepted(@Nullable String header) {
    QuotedQualityCSV ranges = new QuotedQualityCSV();
    if (header != null) {
      ranges.addValue(header);
    }
    List<String> best = ranges.getValues();
    return best.stream()
        .map(range -> range.split("[-;]", 2)[0].strip())
        .filter(code -> languages().anyMatch(code::equals))
        .findFirst()
        .orElse(Messages.ENGLISH.language());
  }

  /// The files that belong to the pages.
  public Assets assets() {
    return assets;
  }

  /// The address of a paper's own page.
  public static String addressOf(PaperId id) {
    return Links.ofPaper(id).toString();
  }

  /// Whether the service has a map.
  boolean hasMap() {
    return hasMap;
  }

  String filled(String template, Object... scopes) {
    StringWriter html = new StringWriter();
    Objects.requireNonNull(templates.get(template)).execute(html, scopes);
    return html.toString();
  }
}
