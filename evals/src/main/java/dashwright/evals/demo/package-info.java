/** The demo: the real bot against the lab, typed at by a program or by a person. */
@NullMarked
package dashwright.evals.demo;

import org.jspecify.annotations.NullMarked;
