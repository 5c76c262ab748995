package dashwright.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import dashwright.dashboards.query.Expression;
import dashwright.dashboards.query.QuerySyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * One formula of a request.
 *
 * @param text as written, empty where it is absent
 * @param alias what the legend calls it, possibly empty
 * @param json its definition
 * @param tree the formula as a tree, null where it could not be read
 * @param mistake why it could not be read, null where it could
 */
record NamedFormula(
        String text,
        String alias,
        JsonNode json,
        @Nullable Expression tree,
        @Nullable QuerySyntaxException mistake) {}
