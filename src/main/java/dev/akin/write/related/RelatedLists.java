package dev.akin.write.related;

import dev.akin.base.AkinException;
import dev.akin.base.HeldLock;
import dev.akin.base.NewFile;
import dev.akin.base.ParallelTasks;
import dev.akin.base.Sha256;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.PaperId;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.write.related.ListRun.Progress;
import dev.akin.write.related.ListState.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the service answers for each paper of an index, as files, for systems that show related
/// papers without a service:
///
/// - `lists/`: for each paper the answer to `/v1/papers/{id}/related` ([ListName])
/// - `changes-0001/`, `changes-0002/` …: for each run the lists that are new or changed, and the
///   papers that are gone: `related.jsonl`, and bulk updates ([BulkFiles])
///
/// A list has changed if its papers, their order or their fields have; scores alone change with
/// every paper that the index gets. A run that is killed goes on where it was ([ListRun]). For one
/// thread.
public final class RelatedLists {
  /// The lists of a run.
  static final String LINES = "related.jsonl";

  private static final String LISTS = "lists";
  private static final String LOCK = ".lock";
  private static final int BATCH = 256;
  private static final int DIGEST_BYTES = 12;

  private final IndexSnapshot snapshot;
  private final Recommender recommender;
  private final RecommendOptions options;
  private final Form form;

  /// What a run did.
  ///
  /// @param papers how many papers the index has
  /// @param changed how many of their lists are new or changed
  /// @param deleted how many papers are gone
  /// @param folder of the changes; absent if the run before was made from the same
  public record Summary(int papers, int changed, int deleted, @Nullable Path folder) {}

  /// How answers are written.
  ///
  /// @param name differs for forms that differ
  /// @param json makes an answer as the HTTP API writes it
  public record Form(String name, Function<Answer, ObjectNode> json) {}

  /// @param recommender of the snapshot's index
  /// @param options of each list
  public RelatedLists(
      IndexSnapshot snapshot, Recommender recommender, RecommendOptions options, Form form) {
    this.snapshot = snapshot;
    this.recommender = recommender;
    this.options = options;
    this.form = form;
  }

  /// Writes the files.
  ///
  /// @param folder a new folder, an empty one, or that of earlier runs
  /// @param threads number of threads, at least 1
  /// @param progress gets the share that is done, 0 to 1
  /// @throws AkinException if the folder has something else, or another process writes to it
  /// @throws UncheckedIOException if the files cannot be written
  public Summary write(Path folder, int threads, DoubleConsumer progress) {
    try {
      requireOurs(folder);
      Files.createDirectories(folder);
      try (HeldLock _ = HeldLock.of(folder.resolve(LOCK), folder + ": another akin writes there")) {
        return writeLocked(folder, new ParallelTasks(threads), progress);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be written: " + AkinException.reason(e), e);
    }
  }

  private static void requireOurs(Path folder) throws IOException {
    if (!Files.exists(folder) || Files.exists(folder.resolve(LOCK))) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.findAny().isPresent()) {
        throw new AkinException(
            AkinException.Kind.EXISTS,
            folder + ": contains something else than lists; choose another folder");
      }
    }
  }

  private Summary writeLocked(Path folder, ParallelTasks tasks, DoubleConsumer progress)
      throws IOException {
    int[] papers = papers();
    Path before = ListRun.newest(folder);
    ObjectNode source = source();
    if (ListRun.isFrom(before, source)) {
      return new Summary(papers.length, 0, 0, null);
    }
    try (ListRun run = ListRun.open(folder, source);
        ListState old = ListState.of(before)) {
      int done = run.progress().papers();
      if (done > 0) {
        old.skipTo(snapshot.id(papers[done - 1]).value());
      }
      for (int from = done; from < papers.length; from += BATCH) {
        int[] batch = Arrays.copyOfRange(papers, from, Math.min(papers.length, from + BATCH));
        new Batch(folder.resolve(LISTS), run, old).write(lists(batch, tasks), tasks);
        progress.accept((from + batch.length) / (double) papers.length);
      }
      new Batch(folder.resolve(LISTS), run, old).end();
      Progress reached = run.progress();
      return new Summary(reached.papers(), reached.changed(), reached.deleted(), run.finish());
    }
  }

  private int[] papers() {
    IntStream.Builder numbers = IntStream.builder();
    snapshot.inOrder(numbers::add);
    return numbers.build().toArray();
  }

  /// What the lists are made from.
  private ObjectNode source() {
    IndexInfo info = snapshot.info();
    return JsonMapper.shared()
        .createObjectNode()
        .put("build", info.build())
        .put("commit", info.commit())
        .put("options", Sha256.hex(options + form.name(), DIGEST_BYTES));
  }

  private List<RelatedList> lists(int[] batch, ParallelTasks tasks) {
    RelatedList[] lists = new RelatedList[batch.length];
    tasks.run(batch.length, () -> at -> lists[(int) at] = list(snapshot.id(batch[(int) at])));
    return List.of(lists);
  }

  private RelatedList list(PaperId id) {
    Query query = Query.of(new Example.LikePaper(id.value()));
    return new RelatedList(
        id, form.json().apply(recommender.recommendOrNothing(snapshot, query, options)));
  }

  /// A batch of papers in the order of their ids, beside those of the run before.
  ///
  /// @param lists the folder of all lists
  private record Batch(Path lists, ListRun run, ListState old) {
    void write(List<RelatedList> batch, ParallelTasks tasks) throws IOException {
      Changes changes = new Changes();
      List<RelatedList> changed = new ArrayList<>();
      for (RelatedList list : batch) {
        String id = list.id().value();
        deleteBefore(id, changes);
        Entry entry = new Entry(list.digest(), id);
        changes.states.append(entry.line());
        if (!entry.equals(old.peek())) {
          changed.add(list);
          changes.lines.append(list.line());
        }
        old.skipTo(id);
      }
      tasks.run(changed.size(), () -> at -> put(changed.get((int) at)));
      note(changes, batch.size(), changed.size());
    }

    /// Takes what is left of the run before for gone.
    void end() throws IOException {
      Changes changes = new Changes();
      deleteBefore(null, changes);
      note(changes, 0, 0);
    }

    private void note(Changes changes, int papers, int changed) throws IOException {
      Progress reached = run.progress();
      run.add(
          changes.lines.toString(),
          changes.states.toString(),
          new Progress(
              reached.papers() + papers,
              reached.changed() + changed,
              reached.deleted() + changes.deleted));
    }

    private void deleteBefore(@Nullable String id, Changes changes) throws IOException {
      for (Entry gone = old.peek();
          gone != null && (id == null || gone.isBefore(id));
          gone = old.peek()) {
        Files.deleteIfExists(lists.resolve(ListName.of(new PaperId(gone.id()))));
        changes.lines.append(RelatedList.deletedLine(gone.id()));
        changes.deleted++;
        old.advance();
      }
    }

    private void put(RelatedList list) {
      Path file = lists.resolve(ListName.of(list.id()));
      byte[] answer = list.answer().toString().getBytes(StandardCharsets.UTF_8);
      try {
        Files.createDirectories(file.resolveSibling("."));
      } catch (IOException e) {
        throw new UncheckedIOException(file + ": cannot be written", e);
      }
      try (NewFile made =
          NewFile.at(file, file.getFileName().toString(), NewFile.Visibility.BY_DEFAULT, answer)) {
        made.put();
      }
    }
  }

  /// The lines of a batch.
  private static final class Changes {
    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder states = new StringBuilder();
    private int deleted;
  }
}
