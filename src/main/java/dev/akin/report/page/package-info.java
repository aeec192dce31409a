/// What all pages of a report share: templates, style, numbers as text. Start with [ReportPages].
@NullMarked
package dev.akin.report.page;

import org.jspecify.annotations.NullMarked;
