package dev.akin.report;

import java.util.List;

/// Papers that belong together.
///
/// @param id stays with the topic from one report to the next
/// @param label the words that set it apart from the others, short enough for a map
/// @param papers their rows, the most central first
record Topic(int id, String label, List<Integer> papers) {
  Topic {
    papers = List.copyOf(papers);
  }
}
