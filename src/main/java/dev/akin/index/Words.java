package dev.akin.index;

import org.apache.lucene.search.Query;

/// The words of a text that say most about it, weighed, as one snapshot sees them; no other can
/// search for them.
public final class Words {
  private final Query query;

  Words(Query query) {
    this.query = query;
  }

  Query query() {
    return query;
  }
}
