package dev.akin.serve.page;

/// One of several ways to see a page.
///
/// @param isCurrent whether the page is seen that way
record Choice(String name, String href, boolean isCurrent) {}
