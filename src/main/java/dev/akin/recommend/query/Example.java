package dev.akin.recommend.query;

/// An example of what is searched.
public sealed interface Example {
  /// Only this much of a text is used.
  int MAX_CHARACTERS = 20_000;

  /// A paper of the index.
  ///
  /// @param name its id, or another name of it with a scheme, such as `doi:10.1145/3`
  record LikePaper(String name) implements Example {
    /// @throws IllegalArgumentException if `name` is blank
    public LikePaper {
      if (name.isBlank()) {
        throw new IllegalArgumentException("id is blank");
      }
    }
  }

  /// A text that could be a paper's.
  ///
  /// @param title may be empty
  /// @param text an abstract, a paragraph; may be empty if there is a title
  record LikeText(String title, String text) implements Example {
    /// @throws IllegalArgumentException if both are blank
    public LikeText {
      if (title.isBlank() && text.isBlank()) {
        throw new IllegalArgumentException("text is blank");
      }
    }

    /// A text without a title.
    ///
    /// @throws IllegalArgumentException if `text` is blank
    public LikeText(String text) {
      this("", text);
    }
  }

  /// A few words, as people type them into a search box.
  record ForPhrase(String phrase) implements Example {
    /// @throws IllegalArgumentException if `phrase` is blank
    public ForPhrase {
      if (phrase.isBlank()) {
        throw new IllegalArgumentException("phrase is blank");
      }
    }
  }
}
