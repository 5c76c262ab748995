/** What the model may ask about metrics and spans: find, describe, sample. */
@NullMarked
package dashwright.tools.metrics;

import org.jspecify.annotations.NullMarked;
