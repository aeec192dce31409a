package dev.akin.cli.option;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.opensearch.ClusterAccess;
import dev.akin.index.opensearch.OpenSearchStore;
import dev.akin.index.store.PaperStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The index that a command works on.
///
/// @hidden public for its own room only
@Group(OptionGroup.INDEX)
public final class IndexLocation {
  @Option(
      names = "--index",
      paramLabel = "DIR",
      defaultValue = "akin-index",
      description = "Folder of the index. Default: $$AKIN_INDEX, else ./akin-index.")
  private Path directory;

  @Option(
      names = "--store",
      paramLabel = "ADDRESS",
      description =
          "Use an index in an OpenSearch cluster instead of a folder: opensearch://host:9200/akin or"
              + " https://user@host/akin, with the password in $$AKIN_STORE_PASSWORD, or an API key"
              + " in $$AKIN_STORE_API_KEY. Default: $$AKIN_STORE.")
  private @Nullable String address;

  @Option(
      names = "--store-secret",
      paramLabel = "FILE",
      description =
          "File with the password of the user, or with the API key if --store names none.")
  private @Nullable Path secret;

  @Option(
      names = "--store-ca",
      paramLabel = "FILE",
      description = "Trust the certificates in this file, in PEM, of who signed the cluster's own.")
  private @Nullable Path certificates;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /// The folder.
  ///
  /// @throws ParameterException if the index is in a cluster
  public Path directory() {
    if (isInCluster()) {
      throw new ParameterException(
          spec.commandLine(),
          "%s works on an index in a folder, not on --store; OpenSearch has snapshots of its own"
              .formatted(spec.qualifiedName()));
    }
    return directory;
  }

  /// Near which a command may keep files while it runs: the folder of the index, or, if that is in
  /// a cluster, one for temporary files.
  public Path scratch() {
    return isInCluster() ? Path.of(System.getProperty("java.io.tmpdir"), "akin-index") : directory;
  }

  /// The place as the user named it.
  public String name() {
    return isInCluster() ? String.valueOf(address) : directory.toString();
  }

  /// Where the index is.
  public PaperStore store() {
    return store(OpenSearchStore.ClusterLayoutChoice.USUAL);
  }

  /// The same; if an index is made in a cluster, it is laid out so.
  public PaperStore store(OpenSearchStore.ClusterLayoutChoice layout) {
    String store = address;
    return store == null || !isInCluster()
        ? new LuceneStore(directory)
        : Usage.of(spec, () -> OpenSearchStore.at(store, access(store), layout));
  }

  /// A folder that is named by an option goes before a cluster that the environment names.
  private boolean isInCluster() {
    ParseResult given = spec.commandLine().getParseResult();
    boolean isFolder = given.hasMatchedOption("--index");
    if (isFolder && given.hasMatchedOption("--store")) {
      throw new ParameterException(
          spec.commandLine(), "--index and --store cannot be used together");
    }
    return address != null && !isFolder;
  }

  private ClusterAccess access(String store) {
    String password = System.getenv("AKIN_STORE_PASSWORD");
    String apiKey = System.getenv("AKIN_STORE_API_KEY");
    if (secret != null) {
      String read = ClusterAccess.secretIn(secret);
      return store.contains("@")
          ? new ClusterAccess(read, null, certificates)
          : new ClusterAccess(null, read, certificates);
    }
    return new ClusterAccess(password, apiKey, certificates);
  }
}
