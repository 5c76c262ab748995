/** Tests of the door, against a server that answers as Datadog has been seen to. */
@NullMarked
package dashwright.tools.datadog;

import org.jspecify.annotations.NullMarked;
