package dev.akin.serve.page;

/// A name that leads somewhere.
record Link(String name, String href) {}
