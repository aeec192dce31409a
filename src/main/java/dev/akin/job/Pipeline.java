package dev.akin.job;

import dev.akin.embed.Embedders;
import dev.akin.embed.TextEmbeddings;
import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.Models;
import dev.akin.index.PaperIndexWriter;
import dev.akin.index.build.PaperStatus;
import dev.akin.index.document.TextKey;
import dev.akin.paper.Paper;
import dev.akin.read.Languages;
import dev.akin.read.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Embeds papers and writes them, in windows: one is filled while the models work on another. A
/// paper is counted when it is written, and what is written is committed at the [CommitPace].
final class Pipeline {
  private static final int MAX_UNCOMMITTED = 10_000;

  /// Hears what becomes of papers.
  interface Outlet {
    /// The models give a paper no direction.
    void refused(Window.Entry entry);

    /// A paper could not be written: its text was held when it was added, and has gone with the
    /// last paper that had it.
    void again(Window.Entry entry);

    /// A window was written.
    void wrote();
  }

  private final PaperIndexWriter writer;
  private final Models models;
  private final Supplier<Embedders> embedders;
  private final JobCounters tally;
  private final CommitPace pace;
  private Window filling = Window.first();
  private Window running = Window.first();
  private int uncommitted;

  Pipeline(
      PaperIndexWriter writer,
      Models models,
      Supplier<Embedders> embedders,
      JobCounters tally,
      CommitPace pace) {
    this.writer = writer;
    this.models = models;
    this.embedders = embedders;
    this.tally = tally;
    this.pace = pace;
  }

  /// Adds a paper, in the language that its text is in.
  void add(Paper read, Problem origin, CountAs counted, Outlet outlet) {
    Paper paper = read.inLanguage(Languages.identify(read.title() + " " + read.abstractText()));
    if (paper.withoutText()) {
      filling.add(new Window.Entry(paper, origin, counted, null, false));
    } else {
      List<ModelText> text = models.document(paper);
      TextKey key = TextKeys.of(text);
      boolean held = filling.holds(key) || running.holds(key) || writer.holds(key);
      if (!held) {
        filling.addText(key, text);
      }
      boolean shares = held && writer.status(paper) != PaperStatus.OTHER_RECORD;
      filling.add(new Window.Entry(paper, origin, counted, key, shares));
    }
    if (filling.isFull()) {
      submit(outlet);
    }
  }

  /// Writes everything that was added.
  void flush(Outlet outlet) {
    submit(outlet);
    write(outlet);
  }

  /// Gives the filled window to the models, and writes the one that they have done.
  private void submit(Outlet outlet) {
    filling.submit(embedders);
    write(outlet);
    running = filling;
    filling = running.next();
  }

  /// Drops what the models have not begun with.
  ///
  /// @return how many papers that are counted only when written
  long drop() {
    long dropped = filling.entries().stream().filter(Window.Entry::isNew).count();
    filling = Window.first();
    return dropped;
  }

  /// Writes what was given to the models.
  void write(Outlet outlet) {
    Map<TextKey, TextEmbeddings> embedded = running.embeddings();
    embedded.forEach(this::addText);
    for (Window.Entry entry : running.entries()) {
      if (entry.text() == null || writer.holds(entry.text())) {
        writer.upsert(entry.paper(), entry.text());
        count(entry, embedded);
      } else if (embedded.containsKey(entry.text())) {
        outlet.refused(entry);
      } else {
        outlet.again(entry);
      }
    }
    uncommitted += running.entries().size();
    running = Window.first();
    if (uncommitted > 0 && (pace.isDue() || uncommitted >= MAX_UNCOMMITTED)) {
      commit();
    }
    outlet.wrote();
  }

  void commit() {
    pace.spend(writer::commit);
    uncommitted = 0;
  }

  private void addText(TextKey key, TextEmbeddings embedded) {
    tally.embedded++;
    tally.tokens += embedded.tokens();
    tally.truncated += embedded.truncated() ? 1 : 0;
    if (embedded.vectors() != null) {
      writer.addText(key, embedded.vectors());
    }
  }

  private void count(Window.Entry entry, Map<TextKey, TextEmbeddings> embedded) {
    tally.count(entry.counted());
    if (entry.isNew()) {
      String language = entry.paper().language();
      TextEmbeddings text = entry.text() == null ? null : embedded.get(entry.text());
      boolean foreign = text != null && text.foreign();
      boolean unknown = language != null && !models.know(language);
      tally.otherLanguage += foreign || unknown ? 1 : 0;
      tally.withoutText += entry.text() == null ? 1 : 0;
      tally.sharedText += entry.sharesText() ? 1 : 0;
    }
  }
}
