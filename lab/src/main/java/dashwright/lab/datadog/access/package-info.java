/** Who may call what, and how often. */
@NullMarked
package dashwright.lab.datadog.access;

import org.jspecify.annotations.NullMarked;
