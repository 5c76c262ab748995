/** Pages that show the published boards with live data. */
@NullMarked
package dashwright.lab.datadog.page;

import org.jspecify.annotations.NullMarked;
