package dev.akin.index.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A class of tests that pass with an index in a folder and with one in a cluster ([Stores]).
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("store")
@ExtendWith(BothStores.Clearing.class)
public @interface BothStores {
  /// Deletes what the class made in a cluster, which takes a thousand shards on each node.
  final class Clearing implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) {
      Stores.clear();
    }
  }
}
