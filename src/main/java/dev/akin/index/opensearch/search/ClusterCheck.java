package dev.akin.index.opensearch.search;

import dev.akin.base.AkinException;
import dev.akin.base.Deadline;
import dev.akin.index.opensearch.document.ClusterLayout;
import dev.akin.index.opensearch.document.FoundDocument;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.CheckResult;
import dev.akin.index.store.CheckTally;
import dev.akin.index.store.PaperTexts;
import dev.akin.index.store.RecallAtTen;
import dev.akin.index.store.TextKey;
import dev.akin.index.store.Verification;
import dev.akin.index.store.VerifyOptions;
import dev.akin.paper.Paper;
import dev.akin.vector.Space;
import dev.akin.work.TitlePage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Checks the papers, texts, vectors and graph of one commit in a cluster. The cluster itself sees
/// to its files. In memory are the keys of all texts.
///
/// @hidden public for its own room only
public final class ClusterCheck {
  private static final double MIN_RECALL = 0.95;
  private static final long SEED = 1;

  private final View view;
  private final VerifyOptions options;
  private final Set<TextKey> texts = new HashSet<>();
  private final List<CheckResult> results = new ArrayList<>();
  private int papers;
  private int titleOnly;
  private int withoutText;

  public ClusterCheck(View view, VerifyOptions options) {
    this.view = view;
    this.options = options;
  }

  /// Checks everything.
  public Verification run() {
    vectors();
    papers();
    counts();
    if (options.sample() > 0) {
      recall();
    }
    return new Verification(view.info(), results);
  }

  /// The lengths of vectors are checked where they are read.
  private void vectors() {
    CheckTally tally = new CheckTally("texts with their vectors and sentences");
    List<Space> spaces = view.info().spaces();
    List<String> fields = new ArrayList<>(List.of(ClusterLayout.SENTENCES));
    IntStream.range(0, spaces.size()).mapToObj(ClusterLayout::coordinates).forEach(fields::add);
    view.point()
        .scan(
            SearchJson.exists(ClusterLayout.KEY),
            ClusterLayout.KEY,
            fields,
            Deadline.NEVER,
            found -> {
              tally.count();
              TextKey key = found.key();
              if (key != null && !texts.add(key)) {
                tally.wrong(found.documentId() + ": the vectors of its text are there twice");
              }
              try {
                found.vectors(spaces);
              } catch (AkinException e) {
                tally.wrong(String.valueOf(e.getMessage()));
              }
            });
    results.add(tally.result());
  }

  private void papers() {
    CheckTally tally = new CheckTally("papers, each with its text and vector");
    CheckTally digests = new CheckTally("texts compared with their digests");
    Optional<PaperTexts> read = options.texts().apply(view.info().spaces());
    view.point()
        .scan(
            FilterJson.papers(),
            IndexFields.ID,
            List.of(IndexFields.RECORD, IndexFields.TITLE_PAGE),
            Deadline.NEVER,
            found -> {
              tally.count();
              papers++;
              Paper paper = record(found, tally);
              if (paper != null) {
                text(paper, found, tally);
                read.ifPresent(models -> digest(paper, found, models, digests));
              }
            });
    if (read.isEmpty()) {
      digests.note("not done: the models of the index are not here");
    }
    results.add(tally.result());
    results.add(digests.result());
  }

  private static @Nullable Paper record(FoundDocument found, CheckTally tally) {
    try {
      Paper paper = found.paper();
      if (!paper.id().equals(found.paperId())) {
        tally.wrong(found.paperId() + ": its record belongs to " + paper.id());
        return null;
      }
      byte[] page = found.bytes(IndexFields.TITLE_PAGE);
      if (!Arrays.equals(page, TitlePage.of(paper).toBytes())) {
        tally.wrong(paper.id() + ": its title page belongs to another record");
      }
      return paper;
    } catch (AkinException e) {
      tally.wrong(String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void text(Paper paper, FoundDocument found, CheckTally tally) {
    titleOnly += paper.titleOnly() ? 1 : 0;
    withoutText += paper.withoutText() ? 1 : 0;
    TextKey key = found.text();
    if (key == null && !paper.withoutText()) {
      tally.wrong(paper.id() + ": it has a title or an abstract, but no text");
    } else if (key != null && paper.withoutText()) {
      tally.wrong(paper.id() + ": it has a text, but no title and no abstract");
    } else if (key != null && !texts.contains(key)) {
      tally.wrong(paper.id() + ": its text has no vector");
    }
  }

  private static void digest(
      Paper paper, FoundDocument found, PaperTexts models, CheckTally tally) {
    TextKey key = found.text();
    if (key != null) {
      tally.count();
      if (!key.equals(models.keyOf(paper))) {
        tally.wrong(paper.id() + ": its vector belongs to another text");
      }
    }
  }

  private void counts() {
    CheckTally tally = new CheckTally("counts stored in the index");
    count("papers", view.info().papers(), papers, tally);
    count("papers with title only", view.info().holdings().titleOnly(), titleOnly, tally);
    count("papers without text", view.info().holdings().withoutText(), withoutText, tally);
    count("texts", view.info().vectors(), texts.size(), tally);
    results.add(tally.result());
  }

  private static void count(String what, int stored, int found, CheckTally tally) {
    tally.count();
    if (stored != found) {
      tally.wrong("%s: the index says %,d, but there are %,d".formatted(what, stored, found));
    }
  }

  private void recall() {
    CheckTally tally = new CheckTally("graph searches compared with exact search");
    RecallAtTen found = new RecallSample(view, SEED).check(options.sample(), 1);
    tally.count(found.queries());
    String recall = String.format(Locale.ROOT, "recall@10 %.4f", found.recall());
    tally.note(recall);
    if (found.recall() < MIN_RECALL) {
      tally.wrong(recall + " is below " + MIN_RECALL + "; index the papers again");
    }
    results.add(tally.result());
  }
}
