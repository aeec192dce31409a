/// What changed since an earlier report. Start with [CompareFiles].
@NullMarked
package dev.akin.report.compare;

import org.jspecify.annotations.NullMarked;
