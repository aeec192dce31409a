package dev.akin.job;

import dev.akin.embed.EmbeddedText;
import dev.akin.embed.Embedder;
import dev.akin.embed.ModelFolder;
import dev.akin.index.PaperIndexWriter;
import dev.akin.index.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.Problem;
import dev.akin.read.ReadException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// One run of a job.
///
/// Two windows are under way at a time: one is filled from the input while the model works on the
/// other. Papers that the index holds otherwise, and ids met twice, wait in `conflicts` for the end
/// of the input, so that the last record of an id wins and a second run over the same input finds
/// nothing to do.
final class IndexRun {
  private static final int MAX_CONFLICTS = 10_000;
  private static final int RECORDS_PER_PROGRESS = 5_000;

  /// A record that differs from what the index holds of its id.
  ///
  /// @param met whether its id was counted already
  private record Conflict(Paper paper, Problem origin, boolean met) {}

  private final PaperIndexWriter writer;
  private final ModelFolder model;
  private final Supplier<Embedder> embedder;
  private final JobOptions options;
  private final JobListener listener;
  private final BooleanSupplier stopped;

  private final Tally tally = new Tally();
  private final SeenIds seen = new SeenIds();
  private final Map<PaperId, Conflict> conflicts = new LinkedHashMap<>();
  private Window filling = new Window();
  private Window running = new Window();
  private boolean inputHadProblems;
  private double share;
  private long lastCommitNanos = System.nanoTime();

  IndexRun(
      PaperIndexWriter writer,
      ModelFolder model,
      Supplier<Embedder> embedder,
      JobOptions options,
      JobListener listener,
      BooleanSupplier stopped) {
    this.writer = writer;
    this.model = model;
    this.embedder = embedder;
    this.options = options;
    this.listener = listener;
    this.stopped = stopped;
  }

  void read(Iterable<PaperSource> sources, InputPosition position) {
    for (PaperSource source : sources) {
      if (!stopped.getAsBoolean()) {
        read(source, position);
      }
    }
  }

  private void read(PaperSource source, InputPosition position) {
    long before = tally.read;
    try (PaperReader reader = PaperReader.open(source, options.read(), this::refuse)) {
      for (Paper paper = reader.next();
          paper != null && !stopped.getAsBoolean();
          paper = reader.next()) {
        tally.read = before + reader.records();
        share = position.share(reader);
        accept(paper, reader.problem("the model gives it no direction"));
        if (tally.read % RECORDS_PER_PROGRESS == 0) {
          listener.progress(tally.progress(share));
        }
      }
      tally.read = before + reader.records();
      position.finished(reader);
    } catch (ReadException e) {
      inputHadProblems = true;
      listener.failed(e);
    }
  }

  private void refuse(Problem problem) {
    tally.refused++;
    inputHadProblems = true;
    listener.refused(problem);
  }

  private void accept(Paper paper, Problem origin) {
    boolean met = !seen.add(paper.id());
    if (met) {
      tally.duplicates++;
      conflicts.put(paper.id(), new Conflict(paper, origin, metBefore(paper.id())));
    } else {
      switch (writer.standing(paper)) {
        case SAME -> tally.unchanged++;
        case NEW -> {
          tally.indexed++;
          add(paper, origin);
        }
        case OTHER_TEXT, OTHER_RECORD ->
            conflicts.put(paper.id(), new Conflict(paper, origin, false));
      }
    }
    if (conflicts.size() >= MAX_CONFLICTS) {
      settleConflicts();
    }
  }

  /// Whether the id of a record met again was counted when it was met first.
  private boolean metBefore(PaperId id) {
    Conflict first = conflicts.get(id);
    return first == null || first.met();
  }

  private void settleConflicts() {
    submit();
    write();
    Map<PaperId, Conflict> settled = new LinkedHashMap<>(conflicts);
    conflicts.clear();
    for (Conflict conflict : settled.values()) {
      boolean same = writer.standing(conflict.paper()) == PaperIndexWriter.Standing.SAME;
      if (!conflict.met()) {
        tally.updated += same ? 0 : 1;
        tally.unchanged += same ? 1 : 0;
      }
      if (!same) {
        add(conflict.paper(), conflict.origin());
      }
    }
  }

  private void add(Paper paper, Problem origin) {
    if (paper.withoutText()) {
      tally.withoutText++;
      filling.add(paper, origin, null);
    } else {
      String text = model.documentText(paper);
      TextKey key = TextKey.of(text);
      if (filling.holds(key) || running.holds(key) || writer.holds(key)) {
        tally.sharedText++;
      } else {
        filling.addText(key, text);
      }
      filling.add(paper, origin, key);
    }
    if (filling.isFull()) {
      submit();
    }
  }

  /// Gives the filled window to the model, and writes the one that it has done.
  private void submit() {
    filling.submit(embedder);
    write();
    running = filling;
    filling = new Window();
  }

  private void write() {
    Map<TextKey, EmbeddedText> embedded = running.embeddings();
    embedded.forEach(this::addText);
    for (Window.Entry entry : running.entries()) {
      if (entry.text() == null || writer.holds(entry.text())) {
        writer.upsert(entry.paper(), entry.text());
      } else if (embedded.containsKey(entry.text())) {
        refuseUnembedded(entry);
      } else {
        // Its text was held when it was read, and has gone with the last paper that had it.
        conflicts.put(entry.paper().id(), new Conflict(entry.paper(), entry.origin(), true));
      }
    }
    running = new Window();
    if (System.nanoTime() - lastCommitNanos > options.commitEvery().toNanos()) {
      writer.commit();
      lastCommitNanos = System.nanoTime();
    }
    listener.progress(tally.progress(share));
  }

  private void refuseUnembedded(Window.Entry entry) {
    if (writer.standing(entry.paper()) == PaperIndexWriter.Standing.NEW) {
      tally.indexed--;
    } else {
      tally.updated--;
    }
    refuse(entry.origin());
  }

  private void addText(TextKey key, EmbeddedText embedded) {
    tally.embedded++;
    tally.tokens += embedded.tokens();
    tally.truncated += embedded.truncated() ? 1 : 0;
    if (embedded.embedding() != null) {
      writer.addText(key, embedded.embedding());
    }
  }

  /// Writes and commits what is left.
  JobSummary finish() {
    do {
      settleConflicts();
      submit();
      write();
    } while (!conflicts.isEmpty());
    if (!stopped.getAsBoolean() && options.prune() != JobOptions.Prune.NEVER) {
      writer.commit();
      new Pruning(writer, seen).prune(options.prune(), inputHadProblems, tally);
    }
    writer.compact();
    long commit = writer.commit();
    return tally.summary(writer.build(), commit);
  }
}
