package dev.akin.faults.job;

import dev.akin.faults.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A command that changes an index.
///
/// @param wholly whether the index is as it was until it is as it shall be; else papers are changed
///   one after the other
/// @param from the index before; absent if there is none
/// @param index where it is changed
record Change(String name, boolean wholly, @Nullable Path from, Path index, Command command) {
  /// Puts the index there as it was.
  void prepare() throws IOException {
    new IndexFolder(index).delete();
    if (from != null) {
      Setting.copy(from, index);
    }
  }

  Content before() {
    return Content.of(from == null ? index.resolve("none") : from);
  }

  /// Everything that changes an index.
  static List<Change> all(Setting setting) throws IOException, InterruptedException {
    Random random = setting.random();
    Path folder = setting.folder();
    Path index = folder.resolve("index");
    Path old = MadePapers.write(folder.resolve("old.jsonl"), 0, 40, random);
    Path now = MadePapers.write(folder.resolve("now.jsonl"), 20, 30, random);
    Path from = folder.resolve("from");
    Command.index(setting, old, from).run().well();
    Path other = folder.resolve("other");
    Command.index(setting, now, other).run().well();
    String snapshot = folder.resolve("snapshot").toString();
    Command.of(setting, "snapshot", snapshot, "--index", other.toString()).run().well();
    return List.of(
        new Change("a new index", false, null, index, Command.index(setting, old, index)),
        new Change(
            "papers changed, added, pruned",
            false,
            from,
            index,
            Command.index(setting, now, index).with("--prune", "--force")),
        new Change("another model", true, from, index, OtherModel.index(setting, index)),
        new Change(
            "restore",
            true,
            from,
            index,
            Command.of(setting, "restore", snapshot, "--force", "--index", index.toString())),
        new Change(
            "delete",
            true,
            from,
            index,
            Command.of(setting, "delete", "p7", "p8", "--index", index.toString())));
  }
}
