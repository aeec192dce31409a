package dev.akin.report.compare;

import java.util.List;

/// A paper of an earlier report.
///
/// @param title empty if there was none
/// @param topic the id of its topic; 0 if it was in none
/// @param neighbors the ids of its neighbors, nearest first
record EarlierPaper(String id, String title, int topic, List<String> neighbors) {
  EarlierPaper {
    neighbors = List.copyOf(neighbors);
  }

  String titleOrId() {
    return title.isBlank() ? id : title;
  }
}
