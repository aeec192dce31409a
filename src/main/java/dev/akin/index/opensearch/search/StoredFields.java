package dev.akin.index.opensearch.search;

import dev.akin.base.Deadline;
import dev.akin.index.opensearch.document.ClusterDocument;
import dev.akin.index.opensearch.document.ClusterLayout;
import dev.akin.index.opensearch.document.FoundDocument;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.roles.PaperRoles;
import dev.akin.roles.Role;
import dev.akin.vector.Cosine;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import dev.akin.work.TitlePage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Reads what the documents of papers and texts have.
///
/// @hidden public for its own room only
public record StoredFields(View view, Deadline deadline) {
  /// What the document of a paper has that can be read.
  static List<String> ofPapers(List<Space> spaces) {
    List<String> fields =
        new ArrayList<>(List.of(IndexFields.RECORD, IndexFields.TITLE_PAGE, IndexFields.ROLES));
    fields.addAll(ofTexts(spaces));
    return fields;
  }

  /// What a document with vectors has.
  private static List<String> ofTexts(List<Space> spaces) {
    List<String> fields = new ArrayList<>(List.of(ClusterLayout.SENTENCES));
    IntStream.range(0, spaces.size()).mapToObj(ClusterLayout::coordinates).forEach(fields::add);
    return fields;
  }

  /// Papers by number, as they were written.
  public Map<Integer, Paper> papers(Collection<Integer> papers) {
    Map<Integer, Paper> read = new HashMap<>();
    documents(papers, IndexFields.RECORD, (paper, found) -> read.put(paper, found.paper()));
    return read;
  }

  /// The title pages of papers, by number.
  public Map<Integer, TitlePage> titlePages(Collection<Integer> papers) {
    Map<Integer, TitlePage> pages = new HashMap<>();
    documents(
        papers,
        IndexFields.TITLE_PAGE,
        (paper, found) -> {
          byte[] bytes = found.bytes(IndexFields.TITLE_PAGE);
          pages.put(paper, TitlePage.ofBytes(bytes, 0, bytes.length));
        });
    return pages;
  }

  /// What the sentences of papers are about, by number.
  public Map<Integer, PaperRoles> roles(Collection<Integer> papers) {
    Map<Integer, PaperRoles> roles = new HashMap<>();
    documents(
        papers,
        IndexFields.ROLES,
        (paper, found) -> roles.put(paper, PaperRoles.ofBytes(found.bytes(IndexFields.ROLES))));
    return roles;
  }

  /// The embeddings of papers' texts, by number, one for each model of the index; none if a paper
  /// has no text.
  public Map<Integer, List<Embedding>> embeddings(Collection<Integer> papers) {
    List<Space> spaces = view.info().spaces();
    Map<Integer, List<Embedding>> embeddings = new HashMap<>();
    papers.forEach(paper -> embeddings.put(paper, List.of()));
    Map<TextKey, List<Integer>> byText = view.numbers().byText(numbers(papers));
    texts(
        numbers(papers),
        ofTexts(spaces),
        (key, found) -> {
          List<Embedding> vectors = found.vectors(spaces).embeddings();
          byText.getOrDefault(key, List.of()).forEach(paper -> embeddings.put(paper, vectors));
        });
    return embeddings;
  }

  private static int[] numbers(Collection<Integer> papers) {
    return papers.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The embeddings of a paper's sentences by the first model; absent if it has no text.
  public @Nullable SentenceEmbeddings sentences(int paper) {
    return sentences(new int[] {paper}).values().stream().findFirst().orElse(null);
  }

  /// By the keys of texts.
  private Map<TextKey, SentenceEmbeddings> sentences(int[] papers) {
    Space space = view.info().spaces().getFirst();
    Map<TextKey, SentenceEmbeddings> sentences = new HashMap<>();
    texts(
        papers,
        List.of(ClusterLayout.SENTENCES),
        (key, found) -> {
          byte[] bytes = found.bytes(ClusterLayout.SENTENCES);
          sentences.put(key, SentenceEmbeddings.ofBytes(space, bytes));
        });
    return sentences;
  }

  /// The cosines of a unit vector with those parts of papers that have a role, by number; papers of
  /// which nothing has it are left out.
  public Map<Integer, Double> cosines(float[] query, Role role, int[] papers) {
    Map<TextKey, List<Integer>> byText = view.numbers().byText(papers);
    Map<Integer, PaperRoles> roles = roles(byText.values().stream().flatMap(List::stream).toList());
    Map<Integer, Double> cosines = new HashMap<>();
    sentences(papers)
        .forEach(
            (key, sentences) -> {
              for (int paper : byText.getOrDefault(key, List.of())) {
                float[] part = part(roles.get(paper), sentences, role);
                if (part != null) {
                  double length = Math.sqrt(Cosine.dot(part, part));
                  cosines.put(paper, Cosine.dot(query, part) / length);
                }
              }
            });
    return cosines;
  }

  /// The part of a paper, of any length; absent if nothing of the paper has the role.
  private static float @Nullable [] part(
      @Nullable PaperRoles roles, SentenceEmbeddings sentences, Role role) {
    // Papers that share a text may have different titles, and then different sentences.
    if (roles == null || roles.count() != sentences.count()) {
      return null;
    }
    float[] part = sentences.sum(roles.weights(role));
    return Cosine.dot(part, part) > 0 ? part : null;
  }

  /// Passes every paper that has a vector, with the vector, to `each`, in the order of ids.
  ///
  /// @param column of the vectors
  public void vectors(int column, BiConsumer<PaperId, float[]> each) {
    List<Integer> all = new ArrayList<>();
    new PaperLists(view, deadline).inOrder(all::add);
    String field = ClusterLayout.coordinates(column);
    for (List<Integer> some : parts(all)) {
      Map<TextKey, float[]> vectors = new HashMap<>();
      texts(
          numbers(some),
          List.of(field),
          (key, found) -> vectors.put(key, found.coordinates(column)));
      for (int paper : some) {
        PaperNumbers.Met met = view.numbers().met(paper);
        float[] vector = met.text() == null ? null : vectors.get(met.text());
        if (vector != null) {
          each.accept(met.id(), vector);
        }
      }
    }
  }

  private static <T> List<List<T>> parts(List<T> all) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += Point.PAGE) {
      parts.add(all.subList(from, Math.min(all.size(), from + Point.PAGE)));
    }
    return parts;
  }

  private interface EachPaper {
    void accept(int paper, FoundDocument found);
  }

  /// Reads a field of the documents of papers.
  private void documents(Collection<Integer> papers, String field, EachPaper each) {
    List<Integer> unread = new ArrayList<>();
    for (int paper : papers) {
      FoundDocument named = view.named().get(paper);
      if (named == null) {
        unread.add(paper);
      } else {
        each.accept(paper, named);
      }
    }
    for (List<Integer> some : parts(unread)) {
      ObjectNode body = Point.body(ids(some), some.size(), List.of(field));
      for (FoundDocument found : view.point().found(body, deadline)) {
        each.accept(view.numbers().of(found), found);
      }
    }
  }

  /// Matches papers by number.
  ObjectNode ids(Collection<Integer> papers) {
    return SearchJson.ids(
        papers.stream().map(paper -> ClusterDocument.id(view.numbers().met(paper).id())).toList());
  }

  /// Reads fields of the documents that have the vectors of papers.
  private void texts(int[] papers, List<String> fields, BiConsumer<TextKey, FoundDocument> each) {
    Set<TextKey> unread = new LinkedHashSet<>(view.numbers().byText(papers).keySet());
    for (int paper : papers) {
      FoundDocument named = view.named().get(paper);
      TextKey key = named == null ? null : named.key();
      if (named != null && key != null && unread.remove(key)) {
        each.accept(key, named);
      }
    }
    for (List<TextKey> some : parts(List.copyOf(unread))) {
      // A crash may have left the vectors of a text twice.
      ObjectNode body = Point.body(VectorSearch.withVectors(some), 2 * some.size(), fields);
      Map<TextKey, FoundDocument> holders = new HashMap<>();
      for (FoundDocument found : view.point().found(body, deadline)) {
        holders.put(Objects.requireNonNull(found.key()), found);
      }
      holders.forEach(each);
    }
  }
}
