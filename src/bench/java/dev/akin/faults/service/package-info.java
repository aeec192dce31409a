/// Faults of the service, listed in [ServiceFaults].
@NullMarked
package dev.akin.faults.service;

import org.jspecify.annotations.NullMarked;
