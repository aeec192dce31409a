package dev.akin.job;

import dev.akin.base.AkinException;
import dev.akin.embed.Embedders;
import dev.akin.embed.TextEmbeddings;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.ModelText;
import dev.akin.exchange.LoadedVectors;
import dev.akin.paper.Paper;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.ReadOptions;
import dev.akin.read.record.ReadException;
import dev.akin.vector.Embedding;
import dev.akin.vector.TextVectors;
import java.util.ArrayList;
import java.util.List;

/// Compares vectors that another program made with those that the model makes of the same texts:
/// nothing else says that they are of this model.
///
/// @param vectors in the space of the only model of `embedders`
record MadeVectorsSample(LoadedVectors vectors, Embedders embedders) {
  private static final int PAPERS = 20;

  /// Another way to join title and abstract, or another maximum of tokens, leaves a cosine of 0.9;
  /// vectors of two models have about 0.
  private static final double MIN_COSINE = 0.8;

  /// A text and the vector that another program made of it.
  private record Pair(List<ModelText> text, Embedding made) {}

  /// Compares the vectors of the first papers.
  ///
  /// @throws EmbedException if they are not those of the model
  void check(List<PaperSource> sources, ReadOptions options) {
    List<Pair> pairs = new ArrayList<>();
    for (PaperSource source : sources) {
      if (pairs.size() < PAPERS && source.sizeBytes().isPresent()) {
        addPairs(source, options, pairs);
      }
    }
    if (!pairs.isEmpty()) {
      double cosine = meanCosine(pairs);
      if (cosine < MIN_COSINE) {
        throw new EmbedException(
            AkinException.Kind.CONFIGURATION,
            ("the vectors are not of %s: its own vectors of the first %d papers have a mean cosine"
                    + " of %.2f with them; give the model that made them of title and abstract")
                .formatted(vectors.space().model(), pairs.size(), cosine));
      }
    }
  }

  private void addPairs(PaperSource source, ReadOptions options, List<Pair> pairs) {
    // The job names what is skipped, and a source that cannot be read.
    try (PaperReader reader = PaperReader.open(source, options, _ -> {})) {
      for (Paper paper = reader.next();
          paper != null && pairs.size() < PAPERS;
          paper = reader.next()) {
        if (!paper.withoutText()) {
          addPair(paper, pairs);
        }
      }
    } catch (ReadException _) {
      return;
    }
  }

  private void addPair(Paper paper, List<Pair> pairs) {
    List<ModelText> text = embedders.models().document(paper);
    TextVectors made = vectors.find(TextKeys.of(text).value(), paper.id().value());
    if (made != null) {
      pairs.add(new Pair(text, made.embeddings().getFirst()));
    }
  }

  private double meanCosine(List<Pair> pairs) {
    List<TextEmbeddings> own =
        Embedders.await(embedders.submit(pairs.stream().map(Pair::text).toList()));
    double sum = 0;
    for (int i = 0; i < pairs.size(); i++) {
      TextVectors vectorsOfModel = own.get(i).vectors();
      sum +=
          vectorsOfModel == null
              ? 0
              : vectorsOfModel.embeddings().getFirst().cosine(pairs.get(i).made());
    }
    return sum / pairs.size();
  }
}
