package dev.akin.cli.run;

import dev.akin.base.AkinException;
import dev.akin.embed.add.ModelSource;
import dev.akin.harvest.HubModel;
import dev.akin.harvest.ModelHub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// A model on a hub, as a source of a model's files.
///
/// @param large is told the name of a large file before it is received
///
/// @hidden public for its own room only
public record HubSource(HubModel model, ModelHub hub, Consumer<String> large)
    implements ModelSource {
  private static final String SMALL = ".*config.*\\.json|modules\\.json|.*\\.md";

  /// Asks the hub for the model; closes the hub if it has none.
  public static HubSource open(HubModel model, ModelHub hub, Consumer<String> large) {
    try {
      hub.requireModel();
      return new HubSource(model, hub, large);
    } catch (IOException e) {
      hub.close();
      throw new UncheckedIOException(e);
    } catch (AkinException e) {
      hub.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return model.toString();
  }

  @Override
  public String modelName() {
    return ModelSource.modelName(model.name());
  }

  @Override
  public String homepage() {
    return hub.page();
  }

  @Override
  public boolean copy(String file, Path to) throws IOException {
    if (!file.matches(SMALL)) {
      large.accept(file);
    }
    return hub.get(file, to);
  }

  @Override
  public void close() {
    hub.close();
  }
}
