package dev.akin.job;

import dev.akin.embed.TextEmbeddings;
import dev.akin.embed.model.ModelText;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.PaperStatus;
import dev.akin.index.store.TextKey;
import dev.akin.language.Languages;
import dev.akin.paper.Paper;
import dev.akin.vector.TextVectors;
import java.util.List;
import java.util.Map;

/// Embeds papers and writes them, in windows: one is filled while the models work on another. A
/// paper is counted when it is written, and what is written is committed at the [CommitPace].
final class Pipeline {
  static final int MAX_UNCOMMITTED = 10_000;
  static final String NO_DIRECTION = "the model gives it no direction";
  private static final String NO_VECTOR =
      "there is no vector for its text, and the model that would make one is not here";

  /// The run that the papers are from.
  interface Outlet {
    /// The models are given texts.
    void embedding();

    /// A paper has no vector.
    ///
    /// @param why such as `the model gives it no direction`
    void refused(PendingPaper paper, String why);

    /// A paper has no vector among those that were made before, so the models embed it.
    void withoutVector(PendingPaper paper);

    /// A paper could not be written: the index had its text when it was added, and deleted the text
    /// with the last paper that had it.
    void again(PendingPaper paper);

    /// A paper was written.
    void wrote(PendingPaper paper);

    /// A window was written.
    void wroteWindow();

    /// Everything that was written is committed.
    void committed();
  }

  private final PaperIndexWriter writer;
  private final JobSetting setting;
  private final JobCounters counters;
  private final CommitPace pace;
  private final Outlet outlet;
  private Window filling = Window.first();
  private Window running = Window.first();
  private int uncommitted;

  Pipeline(PaperIndexWriter writer, JobSetting setting, JobCounters counters, Outlet outlet) {
    this.writer = writer;
    this.setting = setting;
    this.counters = counters;
    this.pace = new CommitPace(setting.options().commitShare());
    this.outlet = outlet;
  }

  /// Adds a paper, in the language that its record names or that its text is in.
  ///
  /// @param read its status is known
  void add(PendingPaper read) {
    Paper paper = read.paper();
    PendingPaper pending =
        paper.language() == null
            ? read.inLanguage(Languages.identify(paper.title() + " " + paper.abstractText()))
            : read;
    if (paper.withoutText()) {
      filling.add(new Window.Entry(pending, null, false));
    } else {
      List<ModelText> text = setting.models().document(pending.paper());
      TextKey key = TextKeys.of(text);
      boolean held = filling.holds(key) || running.holds(key) || writer.holds(key);
      if (!held && !addText(pending, key, text)) {
        outlet.refused(pending, NO_VECTOR);
        return;
      }
      boolean shares = held && read.status() != PaperStatus.OTHER_RECORD;
      filling.add(new Window.Entry(pending, key, shares));
    }
    if (filling.isFull()) {
      submit();
    }
  }

  /// Adds a text that the index does not have.
  ///
  /// @return false if it has no vectors and cannot be embedded
  private boolean addText(PendingPaper paper, TextKey key, List<ModelText> text) {
    TextVectors made = setting.made(key, paper.paper().id());
    if (made != null) {
      filling.addMade(key, made);
    } else if (setting.mayEmbed()) {
      filling.addText(key, text);
      if (setting.options().vectors() != null) {
        outlet.withoutVector(paper);
      }
    }
    return filling.holds(key);
  }

  /// Papers that were added and are not yet written.
  int pending() {
    return filling.entries().size() + running.entries().size();
  }

  /// How many of them are counted only when they are written.
  long open() {
    return filling.open() + running.open();
  }

  /// Writes everything that was added, or when stopped, what the models have done.
  void flush() {
    submit();
    write();
  }

  /// Gives the filled window to the models, and writes the one that they have done. When stopped,
  /// both stay as they are.
  private void submit() {
    if (setting.isStopped()) {
      return;
    }
    if (!filling.hasNoTexts()) {
      outlet.embedding();
    }
    filling.submit(setting.embedders());
    if (write()) {
      running = filling;
      filling = running.next();
    }
  }

  /// Drops everything that is not written.
  void drop() {
    running.cancel();
    filling.cancel();
    running = Window.first();
    filling = Window.first();
  }

  /// Writes what was given to the models.
  ///
  /// @return false if the run was told to stop before the models had done it
  boolean write() {
    Map<TextKey, TextEmbeddings> embedded = running.embeddings(setting.stopped());
    if (embedded == null) {
      return false;
    }
    embedded.forEach(this::addText);
    counters.made += running.made().size();
    running.made().forEach(writer::addText);
    for (Window.Entry entry : running.entries()) {
      if (entry.text() == null || writer.holds(entry.text())) {
        writer.upsert(entry.paper(), entry.text());
        count(entry, embedded);
        outlet.wrote(entry.pending());
      } else if (embedded.containsKey(entry.text())) {
        outlet.refused(entry.pending(), NO_DIRECTION);
      } else {
        outlet.again(entry.pending());
      }
    }
    uncommitted += running.entries().size();
    running = Window.first();
    if (uncommitted > 0 && (pace.isDue() || uncommitted >= MAX_UNCOMMITTED)) {
      commit();
    }
    outlet.wroteWindow();
    return true;
  }

  void commit() {
    pace.spend(writer::commit);
    uncommitted = 0;
    outlet.committed();
  }

  private void addText(TextKey key, TextEmbeddings embedded) {
    counters.embedded++;
    counters.tokens += embedded.tokens();
    counters.truncated += embedded.truncated() ? 1 : 0;
    if (embedded.vectors() != null) {
      writer.addText(key, embedded.vectors());
    }
  }

  private void count(Window.Entry entry, Map<TextKey, TextEmbeddings> embedded) {
    counters.count(entry.pending().counted());
    if (entry.pending().counted() != CountAs.BEFORE) {
      String language = entry.paper().language();
      TextEmbeddings text = entry.text() == null ? null : embedded.get(entry.text());
      boolean foreign = text != null && text.foreign();
      boolean unknown = language != null && !setting.models().know(language);
      counters.otherLanguage += foreign || unknown ? 1 : 0;
      counters.withoutText += entry.text() == null ? 1 : 0;
      counters.sharedText += entry.sharesText() ? 1 : 0;
    }
  }
}
