/** What a model may call: few tools with small forms, checked against the catalog, which draft and never publish. */
@NullMarked
package dashwright.tools.toolbox;

import org.jspecify.annotations.NullMarked;
