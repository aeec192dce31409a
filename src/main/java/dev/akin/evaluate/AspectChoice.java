package dev.akin.evaluate;

import dev.akin.recommend.query.Aspect;
import org.jspecify.annotations.Nullable;

/// By which aspect the queries of a task are answered.
public enum AspectChoice {
  /// By none.
  NONE(""),

  /// By the one that people judged the query by.
  OWN(", own aspect"),

  /// By another one that people judged the same paper by.
  OTHER(", other aspect");

  private final String label;

  AspectChoice(String label) {
    this.label = label;
  }

  /// What is added to the name of a mode; empty for no aspect.
  public String label() {
    return label;
  }

  /// The aspect for a query; absent for none.
  @Nullable Aspect of(TestQuery query, Task task) {
    return switch (this) {
      case NONE -> null;
      case OWN -> query.aspect();
      case OTHER -> task.otherAspect(query);
    };
  }
}
