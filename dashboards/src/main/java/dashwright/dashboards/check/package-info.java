/** Any dashboard, the catalog and live results in; findings and receipts out. */
@NullMarked
package dashwright.dashboards.check;

import org.jspecify.annotations.NullMarked;
