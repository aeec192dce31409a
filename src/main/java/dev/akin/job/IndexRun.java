package dev.akin.job;

import dev.akin.embed.EmbeddedTexts;
import dev.akin.embed.Embedders;
import dev.akin.embed.ModelText;
import dev.akin.embed.Models;
import dev.akin.index.PaperIndexWriter;
import dev.akin.index.Standing;
import dev.akin.index.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.read.Languages;
import dev.akin.read.PaperSource;
import dev.akin.read.Problem;
import dev.akin.read.ReadException;
import java.util.LinkedHashMap;
import java.util.List;
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
  private static final long MAX_CONFLICT_CHARACTERS = 16_000_000;
  private static final int MAX_UNCOMMITTED = 10_000;
  static final String NO_DIRECTION = "the model gives it no direction";
  private static final int RECORDS_PER_PROGRESS = 5_000;

  /// A record that differs from what the index holds of its id.
  ///
  /// @param counted as what its id was counted when it was met first
  private record Conflict(Paper paper, Problem origin, Counted counted) {}

  private final PaperIndexWriter writer;
  private final Models models;
  private final Supplier<Embedders> embedders;
  private final JobOptions options;
  private final JobListener listener;
  private final BooleanSupplier stopped;

  private final Tally tally = new Tally();
  private final SeenIds seen = new SeenIds();
  private final Map<PaperId, Conflict> conflicts = new LinkedHashMap<>();
  private long conflictCharacters;
  private int uncommitted;
  private Window filling = new Window();
  private Window running = new Window();
  private boolean inputHadProblems;
  private double share;
  private final CommitPace pace;

  IndexRun(
      PaperIndexWriter writer,
      Models models,
      Supplier<Embedders> embedders,
      JobOptions options,
      JobListener listener,
      BooleanSupplier stopped) {
    this.writer = writer;
    this.models = models;
    this.embedders = embedders;
    this.options = options;
    this.listener = listener;
    this.stopped = stopped;
    this.pace = new CommitPace(options.commitShare());
  }

  PaperIndexWriter writer() {
    return writer;
  }

  /// Adds a paper of another build.
  ///
  /// @param shareDone of that build's papers, this one included
  void takeOver(Paper paper, double shareDone) {
    share = shareDone;
    switch (writer.standing(paper)) {
      case SAME, DELETED -> {}
      case NEW, OTHER_TEXT, OTHER_RECORD -> {
        tally.rebuilt++;
        Problem origin = new Problem(paper.id().value(), 0, 0, NO_DIRECTION);
        add(paper, origin, Counted.TAKEN_OVER);
      }
    }
  }

  /// Writes and commits all that was added so far.
  void settle() {
    do {
      settleConflicts();
      submit();
      write();
    } while (!conflicts.isEmpty());
    pace.spend(writer::commit);
  }

  void read(Iterable<PaperSource> sources, InputPosition position) {
    for (PaperSource source : sources) {
      if (!stopped.getAsBoolean()) {
        read(source, position);
      }
    }
  }

  private void read(PaperSource source, InputPosition position) {
    try (ReadAhead ahead = new ReadAhead(source, options.read())) {
      for (ReadAhead.Item item = ahead.next(stopped); item != null; item = ahead.next(stopped)) {
        share = position.share(ahead.reader());
        take(item);
        if (tally.read % RECORDS_PER_PROGRESS == 0) {
          listener.progress(tally.progress(share));
        }
      }
      position.finished(ahead.reader());
    } catch (ReadException e) {
      failed(e);
    }
  }

  private void take(ReadAhead.Item item) {
    switch (item) {
      case ReadAhead.Item.Found found -> accept(found.paper(), found.origin());
      case ReadAhead.Item.Refused refused -> refuseRecord(refused.problem());
      default -> throw new IllegalArgumentException("nothing was found: " + item);
    }
  }

  /// A record that was met is refused.
  void refuseRecord(Problem problem) {
    tally.read++;
    refuse(problem);
  }

  private void refuse(Problem problem) {
    tally.refused++;
    inputHadProblems = true;
    listener.refused(problem);
  }

  /// An input could not be read, or not to its end.
  void failed(ReadException failure) {
    inputHadProblems = true;
    listener.failed(failure);
  }

  /// Takes out a paper that its source has no longer.
  void remove(PaperId id) {
    tally.removed += writer.delete(id) ? 1 : 0;
  }

  /// Takes in a paper.
  ///
  /// @param origin what to say if it has to be refused
  void accept(Paper paper, Problem origin) {
    tally.read++;
    if (!seen.add(paper.id())) {
      tally.duplicates++;
      Conflict first = conflicts.get(paper.id());
      addConflict(new Conflict(paper, origin, first == null ? Counted.BEFORE : first.counted()));
      return;
    }
    switch (writer.standing(paper)) {
      case SAME -> tally.unchanged++;
      case DELETED -> {
        tally.unchanged++;
        tally.keptOut++;
      }
      case NEW -> {
        tally.indexed++;
        add(paper, origin, Counted.INDEXED);
      }
      case OTHER_TEXT, OTHER_RECORD -> addConflict(new Conflict(paper, origin, Counted.NOT_YET));
    }
  }

  private void addConflict(Conflict conflict) {
    conflicts.put(conflict.paper().id(), conflict);
    conflictCharacters += Window.characters(conflict.paper());
    if (conflictCharacters >= MAX_CONFLICT_CHARACTERS) {
      settleConflicts();
    }
  }

  private void settleConflicts() {
    submit();
    write();
    Map<PaperId, Conflict> settled = new LinkedHashMap<>(conflicts);
    conflicts.clear();
    conflictCharacters = 0;
    for (Conflict conflict : settled.values()) {
      settle(conflict);
    }
  }

  private void settle(Conflict conflict) {
    boolean same = writer.standing(conflict.paper()) == Standing.SAME;
    boolean first = conflict.counted() == Counted.NOT_YET;
    if (same) {
      tally.unchanged += first ? 1 : 0;
    } else {
      tally.updated += first ? 1 : 0;
      add(conflict.paper(), conflict.origin(), first ? Counted.UPDATED : conflict.counted());
    }
  }

  private void add(Paper read, Problem origin, Counted counted) {
    boolean first = counted != Counted.BEFORE;
    Paper paper = read.inLanguage(Languages.identify(read.title() + " " + read.abstractText()));
    if (paper.withoutText()) {
      tally.withoutText += first ? 1 : 0;
      filling.add(new Window.Entry(paper, origin, counted, null));
    } else {
      List<ModelText> text = models.document(paper);
      TextKey key = TextKey.of(text.stream().map(ModelText::text).toList());
      if (filling.holds(key) || running.holds(key) || writer.holds(key)) {
        boolean others = writer.standing(paper) != Standing.OTHER_RECORD;
        tally.sharedText += first && others ? 1 : 0;
      } else {
        filling.addText(key, text);
      }
      filling.add(new Window.Entry(paper, origin, counted, key));
    }
    if (filling.isFull()) {
      submit();
    }
  }

  /// Gives the filled window to the model, and writes the one that it has done.
  private void submit() {
    filling.submit(embedders);
    write();
    running = filling;
    filling = new Window();
  }

  private void write() {
    Map<TextKey, EmbeddedTexts> embedded = running.embeddings();
    embedded.forEach(this::addText);
    for (Window.Entry entry : running.entries()) {
      if (entry.text() == null || writer.holds(entry.text())) {
        writer.upsert(entry.paper(), entry.text());
        countLanguage(entry, embedded);
      } else if (embedded.containsKey(entry.text())) {
        refuseUnembedded(entry);
      } else {
        // Its text was held when it was read, and has gone with the last paper that had it.
        conflicts.putIfAbsent(
            entry.paper().id(), new Conflict(entry.paper(), entry.origin(), entry.counted()));
      }
    }
    uncommitted += running.entries().size();
    running = new Window();
    if (uncommitted > 0 && (pace.isDue() || uncommitted >= MAX_UNCOMMITTED)) {
      pace.spend(writer::commit);
      uncommitted = 0;
    }
    listener.progress(tally.progress(share));
  }

  private void countLanguage(Window.Entry entry, Map<TextKey, EmbeddedTexts> embedded) {
    String language = entry.paper().language();
    EmbeddedTexts text = entry.text() == null ? null : embedded.get(entry.text());
    boolean foreign = text != null && text.foreign();
    boolean unknown = language != null && !models.know(language);
    tally.otherLanguage += entry.counted() != Counted.BEFORE && (foreign || unknown) ? 1 : 0;
  }

  private void refuseUnembedded(Window.Entry entry) {
    switch (entry.counted()) {
      case INDEXED -> tally.indexed--;
      case UPDATED -> tally.updated--;
      case BEFORE -> tally.duplicates--;
      case TAKEN_OVER -> {
        tally.rebuilt--;
        tally.read++;
      }
      case NOT_YET -> throw new IllegalStateException(entry.paper().id() + " was not counted");
    }
    refuse(entry.origin());
  }

  private void addText(TextKey key, EmbeddedTexts embedded) {
    tally.embedded++;
    tally.tokens += embedded.tokens();
    tally.truncated += embedded.truncated() ? 1 : 0;
    if (embedded.vectors() != null) {
      writer.addText(key, embedded.vectors());
    }
  }

  /// Writes and commits what is left; when stopped, only what the model has done already.
  JobSummary finish() {
    if (stopped.getAsBoolean()) {
      write();
      return tally.summary(writer.build(), writer.commit());
    }
    settle();
    if (options.prune() != JobOptions.Prune.NEVER) {
      new Pruning(writer, seen, listener).prune(options.prune(), inputHadProblems, tally);
    }
    writer.compact(models.floor());
    return tally.summary(writer.build(), writer.commit());
  }
}
