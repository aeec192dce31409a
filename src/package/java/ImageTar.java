import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Writes akin's image for containers as a tar file (OCI). It starts from nothing; what changes
/// least is in the first layer. Variables and labels are sorted, because each run of Java has
/// another order of maps. `scripts/package` runs this.
final class ImageTar {
  private static final List<String> LAYERS =
      List.of("system", "java", "libraries", "model", "akin");
  private static final String USER = "7070:7070";

  private final Path root;
  private final Instant made;

  private ImageTar(Path root, Instant made) {
    this.root = root;
    this.made = made;
  }

  /// @param arguments the folder with a folder for each layer, the architecture, akin's version,
  ///   the time of all files in seconds since 1970, and the file to write
  public static void main(String[] arguments) throws Exception {
    Instant made = Instant.ofEpochSecond(Long.parseLong(arguments[3]));
    new ImageTar(Path.of(arguments[0]), made)
        .write(arguments[1], arguments[2], Path.of(arguments[4]));
  }

  private void write(String architecture, String version, Path tar) throws Exception {
    var image =
        Jib.fromScratch()
            .setFormat(ImageFormat.OCI)
            .setPlatforms(Set.of(new Platform(architecture, "linux")))
            .setCreationTime(made);
    for (String name : LAYERS) {
      image.addFileEntriesLayer(layer(name));
    }
    image
        .addFileEntriesLayer(volumes())
        .setEntrypoint("/akin/runtime/bin/java", "@/akin/java.options")
        .setProgramArguments("serve")
        .setUser(USER)
        .setWorkingDirectory(AbsoluteUnixPath.get("/tmp"))
        .setExposedPorts(Port.tcp(7070))
        .setVolumes(AbsoluteUnixPath.get("/index"), AbsoluteUnixPath.get("/models"))
        .setEnvironment(
            new TreeMap<>(
                Map.of(
                    "LC_ALL", "C.UTF-8",
                    "AKIN_INDEX", "/index",
                    "AKIN_HOST", "0.0.0.0",
                    "AKIN_LOG", "json")))
        .setLabels(
            new TreeMap<>(
                Map.of(
                    "org.opencontainers.image.title", "akin",
                    "org.opencontainers.image.version", version,
                    "org.opencontainers.image.licenses", "Apache-2.0")));
    Path cache = Files.createTempDirectory("akin-image-");
    image.containerize(
        Containerizer.to(TarImage.at(tar).named("akin:" + version))
            .setOfflineMode(true)
            .setBaseImageLayersCache(cache)
            .setApplicationLayersCache(cache)
            .setToolName("akin"));
  }

  /// The files of a layer, which belong to root.
  private FileEntriesLayer layer(String name) throws IOException {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    Path folder = root.resolve(name);
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(path -> !path.equals(folder)).sorted().toList()) {
        layer.addEntry(
            path,
            AbsoluteUnixPath.get("/" + folder.relativize(path)),
            permissions(path),
            made,
            "0:0");
      }
    }
    return layer.build();
  }

  private static FilePermissions permissions(Path path) throws IOException {
    if (path.endsWith("tmp")) {
      return FilePermissions.fromOctalString("777");
    }
    return FilePermissions.fromPosixFilePermissions(Files.getPosixFilePermissions(path));
  }

  /// Empty folders that belong to the user, for whom they are mounted.
  private FileEntriesLayer volumes() {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("volumes");
    for (String volume : List.of("/index", "/models")) {
      layer.addEntry(
          root,
          AbsoluteUnixPath.get(volume),
          FilePermissions.DEFAULT_FOLDER_PERMISSIONS,
          made,
          USER);
    }
    return layer.build();
  }
}
