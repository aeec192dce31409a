package dev.akin.index.opensearch.client;

import dev.akin.base.Deadline;
import dev.akin.index.store.IndexException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes many documents into an index. What was written before a [#flush] that returned is on all
/// copies of the index, and survives the loss of a node.
///
/// A few requests are on their way at a time; then [#put] and [#delete] wait. Two changes of one
/// document are made in their order. For one thread; close it.
///
/// If a document cannot be written, the next call fails and names it. Then nothing more is written.
///
/// @hidden public for its own room only
public final class BulkWriter implements AutoCloseable {
  private final BulkRequests requests;
  private final BulkOptions options;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Sent> sent = new ArrayList<>();
  private BulkBatch batch = new BulkBatch();

  public BulkWriter(Cluster cluster, String index, BulkOptions options) {
    this.requests = new BulkRequests(cluster, index, options.patience());
    this.options = options;
  }

  /// Writes a document, or replaces the one with the same id.
  public void put(String id, JsonNode document) {
    ObjectNode action = JsonNodeFactory.instance.objectNode();
    action.putObject("index").put("_id", id);
    byte[] source = JsonMapper.shared().writeValueAsBytes(document);
    add(id, BulkBatch.lines(JsonMapper.shared().writeValueAsBytes(action), source));
  }

  /// Deletes a document, if there is one.
  public void delete(String id) {
    ObjectNode action = JsonNodeFactory.instance.objectNode();
    action.putObject("delete").put("_id", id);
    add(id, BulkBatch.lines(JsonMapper.shared().writeValueAsBytes(action)));
  }

  private void add(String id, byte[] lines) {
    if (sent.stream().anyMatch(each -> each.batch.has(id))) {
      awaitUpTo(0);
    }
    batch.put(id, lines);
    if (batch.documents() >= options.maxDocuments() || batch.bytes() >= options.maxBytes()) {
      send();
    }
  }

  private void send() {
    awaitUpTo(options.parallel() - 1);
    BulkBatch next = batch;
    batch = new BulkBatch();
    sent.add(new Sent(next, threads.submit(() -> requests.write(next))));
  }

  /// Waits until at most so many requests are on their way.
  private void awaitUpTo(int count) {
    while (sent.size() > count) {
      Sent first = sent.removeFirst();
      try {
        first.done.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IndexException known
            ? known
            : new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        throw requests.interrupted(e);
      }
    }
  }

  /// Writes what was put and deleted so far, and waits until all copies of the index have it.
  ///
  /// @throws IndexException if the cluster cannot do it in its patience; the message names the
  ///   documents
  public void flush() {
    if (batch.documents() > 0) {
      send();
    }
    awaitUpTo(0);
  }

  /// Makes what was flushed visible to searches.
  public void refresh() {
    requests.refresh(Deadline.NEVER);
  }

  /// Drops what was not flushed.
  @Override
  public void close() {
    threads.shutdownNow();
  }

  /// A request on its way.
  private record Sent(BulkBatch batch, Future<?> done) {}
}
