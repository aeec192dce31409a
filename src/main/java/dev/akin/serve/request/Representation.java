package dev.akin.serve.request;

import dev.akin.serve.guard.RefusedRequest;
import dev.akin.write.list.ListFormat;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.jspecify.annotations.Nullable;

/// The formats of a list of papers.
///
/// @hidden public for its own room only
public enum Representation {
  JSON("json", "application/json", null),
  BIBTEX(ListFormat.BIBTEX),
  RIS(ListFormat.RIS),
  CSL_JSON(ListFormat.CSL_JSON),
  CSV(ListFormat.CSV),
  ATOM(ListFormat.ATOM),
  HTML("html", "text/html", null),

  /// A part of a page of another site. `Accept` does not ask for it.
  FRAGMENT("fragment", "text/html", null);

  /// The parameter that names a format.
  public static final String PARAMETER = "format";

  private final String label;
  private final String mediaType;
  private final @Nullable ListFormat format;

  Representation(ListFormat format) {
    this(format.label(), format.mediaType(), format);
  }

  Representation(String label, String mediaType, @Nullable ListFormat format) {
    this.label = label;
    this.mediaType = mediaType;
    this.format = format;
  }

  /// The format that a request asks for: the parameter `format`, or else the header `Accept`.
  ///
  /// @throws RefusedRequest if there is no such format
  public static Representation of(Context context, Parameters parameters) {
    Representation named = parameters.one(PARAMETER, Representation::named);
    return named == null ? accepted(context.header("Accept")) : named;
  }

  private static Representation named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.label.equals(name) || each.mediaType.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be one of " + names()));
  }

  private static String names() {
    return Arrays.stream(values()).map(each -> each.label).collect(Collectors.joining(", "));
  }

  private static Representation accepted(@Nullable String accept) {
    if (accept == null || accept.isBlank()) {
      return JSON;
    }
    QuotedQualityCSV ranges = new QuotedQualityCSV();
    ranges.addValue(accept);
    List<String> best = ranges.getValues();
    return best.stream()
        .map(range -> range.split(";", 2)[0].strip())
        .flatMap(range -> Arrays.stream(values()).filter(each -> each.isIn(range)).limit(1))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedRequest(
                    406,
                    "the service has no format that Accept allows. Its formats: "
                        + Arrays.stream(values())
                            .map(each -> each.mediaType)
                            .distinct()
                            .collect(Collectors.joining(", "))));
  }

  private boolean isIn(String range) {
    return range.equals("*/*")
        || range.equalsIgnoreCase(mediaType)
        || (range.endsWith("/*") && mediaType.startsWith(range.substring(0, range.length() - 1)));
  }

  /// Its name.
  String label() {
    return label;
  }

  /// Whether an answer in this form can say that it is partial. A file of papers cannot.
  public boolean saysPartial() {
    return this == JSON || this == HTML || this == FRAGMENT;
  }

  /// Whether the newest papers come first, instead of the best.
  public boolean isNews() {
    return this == ATOM;
  }

  /// The format of the file, if it is neither JSON nor a page.
  public ListFormat requireFormat() {
    return Objects.requireNonNull(format, "JSON and pages are no files");
  }
}
