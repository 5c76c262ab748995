/** The lab's own thin HTTP layer: a request, a reply, and the routes between them. */
@NullMarked
package dashwright.lab.datadog.http;

import org.jspecify.annotations.NullMarked;
