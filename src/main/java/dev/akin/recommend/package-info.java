/// "More like this": what is asked, how papers are ranked, what is answered. Start with
/// [Recommender].
@NullMarked
package dev.akin.recommend;

import org.jspecify.annotations.NullMarked;
