/** Tests of what the model may ask about metrics and spans. */
@NullMarked
package dashwright.tools.metrics;

import org.jspecify.annotations.NullMarked;
