/** The small HTTP server under the simulated services: faults strike and requests are recorded in one place. */
@NullMarked
package dashwright.lab.http;

import org.jspecify.annotations.NullMarked;
