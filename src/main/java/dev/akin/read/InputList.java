package dev.akin.read;

import dev.akin.base.Printable;
import dev.akin.read.record.ReadException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// Turns the inputs of a command line into sources.
final class InputList {
  private static final String STANDARD_INPUT = "-";
  private static final String STANDARD_INPUT_NAME = "standard input";

  private final InputStream standardInput;
  private boolean standardInputTaken;

  InputList(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  List<PaperSource> expand(List<String> inputs) {
    List<PaperSource> sources = new ArrayList<>();
    for (String input : inputs) {
      if (input.equals(STANDARD_INPUT)) {
        sources.add(standardInput());
      } else {
        sources.addAll(sources(path(input)));
      }
    }
    return sources;
  }

  private PaperSource standardInput() {
    if (standardInputTaken) {
      throw new IllegalArgumentException(
          "\"-\" is given twice, but standard input can be read only once");
    }
    standardInputTaken = true;
    return PaperSource.of(STANDARD_INPUT_NAME, standardInput);
  }

  private static Path path(String input) {
    try {
      Path path = Path.of(input);
      if (!input.isEmpty() && Files.exists(path)) {
        return path;
      }
      String where = path.isAbsolute() ? "" : " (looked in " + Path.of("").toAbsolutePath() + ")";
      throw ReadException.missing(input, "no such file or folder" + where);
    } catch (InvalidPathException e) {
      throw ReadException.missing(Printable.of(input), "not a path: " + e.getReason());
    }
  }

  private static List<PaperSource> sources(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of(PaperSource.of(path));
    }
    List<Path> files = files(path);
    if (files.isEmpty()) {
      throw ReadException.missing(path.toString(), "no files in this folder");
    }
    return files.stream().sorted().map(PaperSource::of).toList();
  }

  private static List<Path> files(Path folder) {
    FileList list = new FileList(folder);
    try {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, list);
      return list.files;
    } catch (IOException e) {
      throw ReadException.opening(folder.toString(), e);
    }
  }

  /// Collects files; follows links, but not in circles.
  private static final class FileList extends SimpleFileVisitor<Path> {
    final List<Path> files = new ArrayList<>();
    private final Path root;

    FileList(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && !isHidden(file)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      if (e instanceof FileSystemLoopException || isHidden(file)) {
        return FileVisitResult.CONTINUE;
      }
      throw ReadException.opening(file.toString(), e);
    }

    private boolean isHidden(Path path) {
      return !path.equals(root) && path.getFileName().toString().startsWith(".");
    }
  }
}
