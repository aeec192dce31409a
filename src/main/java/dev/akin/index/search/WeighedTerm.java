package dev.akin.index.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/// A word of a text in one field of papers.
///
/// @param scorer gives its BM25 in a paper, times its weight
record WeighedTerm(Term term, SimScorer scorer) {}
