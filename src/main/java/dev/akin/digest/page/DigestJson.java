package dev.akin.digest.page;

import dev.akin.digest.list.Digest;
import dev.akin.digest.list.DigestList;
import dev.akin.digest.list.DigestPaper;
import dev.akin.write.json.PaperJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A digest as JSON: `title`, `day`, `since`, `papers` (their number), and `lists`, each with
/// `heading`, `note`, `more` and `papers`. A paper has its fields, `versions` and `near`.
///
/// @hidden public for its own room only
public final class DigestJson {
  private DigestJson() {}

  /// A digest, which may be empty.
  public static ObjectNode of(Digest digest, DigestLook look) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("title", look.title());
    node.put("day", digest.day().toString());
    node.put("since", digest.window().first() == null ? null : digest.window().first().toString());
    node.put("papers", digest.papers().size());
    ArrayNode lists = node.putArray("lists");
    digest.lists().forEach(list -> lists.add(of(list)));
    return node;
  }

  private static ObjectNode of(DigestList list) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("heading", list.heading());
    node.put("note", list.note());
    node.put("more", list.more());
    ArrayNode papers = node.putArray("papers");
    list.papers().forEach(paper -> papers.add(of(paper)));
    return node;
  }

  private static ObjectNode of(DigestPaper listed) {
    ObjectNode node = PaperJson.of(listed.paper());
    ArrayNode versions = node.putArray("versions");
    listed.versions().forEach(version -> versions.add(version.value()));
    return node.put("near", listed.near());
  }
}
