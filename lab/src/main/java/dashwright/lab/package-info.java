/** The simulated services together: starts them, and controls clock, seed and faults. */
@NullMarked
package dashwright.lab;

import org.jspecify.annotations.NullMarked;
