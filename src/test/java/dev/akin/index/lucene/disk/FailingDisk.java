package dev.akin.index.lucene.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/// A disk that is full after a number of writes.
public final class FailingDisk implements Disk {
  private final AtomicInteger writesLeft;

  public FailingDisk(int writes) {
    this.writesLeft = new AtomicInteger(writes);
  }

  public boolean hasFailed() {
    return writesLeft.get() < 0;
  }

  private void write() throws IOException {
    if (writesLeft.decrementAndGet() < 0) {
      throw new IOException("No space left on device");
    }
  }

  @Override
  public Directory open(Path build) throws IOException {
    return new FailingDirectory(Disk.REAL.open(build));
  }

  private final class FailingDirectory extends FilterDirectory {
    FailingDirectory(Directory directory) {
      super(directory);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      write();
      return new FailingOutput(super.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
        throws IOException {
      write();
      return new FailingOutput(super.createTempOutput(prefix, suffix, context));
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
      write();
      super.sync(names);
    }

    @Override
    public void syncMetaData() throws IOException {
      write();
      super.syncMetaData();
    }

    @Override
    public void rename(String source, String target) throws IOException {
      write();
      super.rename(source, target);
    }
  }

  private final class FailingOutput extends FilterIndexOutput {
    FailingOutput(IndexOutput output) {
      super("failing", output.getName(), output);
    }

    @Override
    public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
      write();
      super.writeBytes(bytes, offset, length);
    }
  }
}
