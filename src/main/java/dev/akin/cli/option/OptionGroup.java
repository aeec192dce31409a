package dev.akin.cli.option;

import java.lang.reflect.Field;
import picocli.CommandLine.Model.OptionSpec;

/// The groups of options in the help of a command, in the order in which they are printed.
///
/// @hidden public for its own room only
public enum OptionGroup {
  QUERY("What to look for"),
  INPUT("Input"),
  HARVEST("Input from a repository (OAI-PMH)"),
  TASK("Options"),
  FILTER("Only some papers"),
  RANKING("Ranking"),
  ADDRESS("Address"),
  ACCESS("Access and log"),
  OUTPUT("Output"),
  MAIL("Mail"),
  INDEX("Index and model"),
  HELP("Help");

  private final String heading;

  OptionGroup(String heading) {
    this.heading = heading;
  }

  public String heading() {
    return heading;
  }

  /// The group of an option: that of its field, else that of the class of the field.
  public static OptionGroup of(OptionSpec option) {
    if (option.usageHelp() || option.versionHelp()) {
      return HELP;
    }
    if (!(option.userObject() instanceof Field field)) {
      return TASK;
    }
    Group group = field.getAnnotation(Group.class);
    if (group == null) {
      group = field.getDeclaringClass().getAnnotation(Group.class);
    }
    return group == null ? TASK : group.value();
  }
}
